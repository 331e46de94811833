/**
 * The mind of every engine: what a query means to the articles of one index, what a page of hits is, what is shown of
 * them and why they are there. Written over the ports {@link dev.epitome.engine.IndexStates},
 * {@link dev.epitome.engine.IndexState}, {@link dev.epitome.engine.Lexicon}, {@link dev.epitome.engine.Retriever} and
 * {@link dev.epitome.engine.ArticleReader}, which whoever keeps an index implements. Not exported: programs use the
 * contract in {@code search}.
 */
@NullMarked
package dev.epitome.engine;

import org.jspecify.annotations.NullMarked;
