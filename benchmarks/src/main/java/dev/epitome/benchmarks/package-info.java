/** Corpora of any size, made from the shipped one, and how Epitome ranks beside Lucene's own ways. */
@NullMarked
package dev.epitome.benchmarks;

import org.jspecify.annotations.NullMarked;
