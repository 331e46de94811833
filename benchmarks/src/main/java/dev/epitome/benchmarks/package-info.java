/** Corpora of any size, made from the shipped one. */
@NullMarked
package dev.epitome.benchmarks;

import org.jspecify.annotations.NullMarked;
