/**
 * How good the answers are, in figures. A {@link dev.epitome.quality.GoldenSet} says which articles each query should
 * find; {@link dev.epitome.quality.Evaluation} asks an engine and measures its answers as trec_eval does;
 * {@link dev.epitome.quality.QualityGate} decides by them whether an index may be published.
 */
@NullMarked
package dev.epitome.quality;

import org.jspecify.annotations.NullMarked;
