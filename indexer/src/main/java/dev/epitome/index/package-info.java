/**
 * The index: what its fields are, how an article becomes a document and back, and how a whole corpus is published at
 * once. {@link dev.epitome.index.Reindex} is the entry for files, {@link dev.epitome.index.ArticleIndexer} for
 * articles.
 */
@NullMarked
package dev.epitome.index;

import org.jspecify.annotations.NullMarked;
