/** What weighs how much: for the writer of an index and for its searches alike. */
@NullMarked
package dev.epitome.ranking;

import org.jspecify.annotations.NullMarked;
