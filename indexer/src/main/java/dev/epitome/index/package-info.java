/**
 * The index: what its fields are, how an article becomes a document and back, and how a whole corpus is published at
 * once. {@link dev.epitome.index.Reindex} is the door for whoever holds files, {@link dev.epitome.index.ArticleIndexer}
 * for whoever holds articles.
 */
@NullMarked
package dev.epitome.index;

import org.jspecify.annotations.NullMarked;
