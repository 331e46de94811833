/**
 * Records as they arrive: JSON in any shape, tables, feeds, bookmarks, Markdown, HTML, mail, roundup text; in files,
 * folders, archives or on standard input, packed or not, detected by their content. {@link CorpusReader} reads them all
 * and yields one {@link Entry} for each record, in an order that depends on nothing but the input. Each format is a
 * reader that makes records of names and values; what those mean is decided in one place for all.
 */
@NullMarked
package dev.epitome.corpus;

import org.jspecify.annotations.NullMarked;
