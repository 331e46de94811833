/** Tests that take minutes; run by {@code mvn -Plong verify}. */
@NullMarked
package dev.epitome.benchmarks;

import org.jspecify.annotations.NullMarked;
