/**
 * The embedded engine: searches a Lucene index in this process. {@link dev.epitome.lucene.LuceneSearch} is its door;
 * nothing else here is public.
 */
@NullMarked
package dev.epitome.lucene;

import org.jspecify.annotations.NullMarked;
