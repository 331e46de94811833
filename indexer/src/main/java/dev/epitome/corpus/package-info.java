/**
 * Records as they arrive: JSON Lines, roundup text, RSS and Atom, JSON Feed, CSV; in files, folders or on standard
 * input, plain or gzipped, told apart by their content. {@link CorpusReader} reads them all and yields one
 * {@link Entry} for each record, in an order that depends on nothing but the input.
 */
@NullMarked
package dev.epitome.corpus;

import org.jspecify.annotations.NullMarked;
