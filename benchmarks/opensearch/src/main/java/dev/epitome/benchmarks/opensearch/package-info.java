/** A node of OpenSearch, in a process of its own. */
@NullMarked
package dev.epitome.benchmarks.opensearch;

import org.jspecify.annotations.NullMarked;
