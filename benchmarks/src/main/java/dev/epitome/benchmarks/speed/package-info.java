/** How fast Epitome is beside what else could be run: one command a question. */
@NullMarked
package dev.epitome.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
