@NullMarked
package dev.epitome.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
