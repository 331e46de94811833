/**
 * Words that mean the same: the shipped dictionary, the user's own, and the acronyms that texts define.
 *
 * <p>{@link AliasDictionary} answers what else a word is called, {@link AliasFile} reads dictionaries in the Solr
 * synonym format, and {@link AcronymFinder} finds definitions such as {@code Real-Time Distributed Graph (RDG)} in
 * prose.
 */
@NullMarked
package dev.epitome.alias;

import org.jspecify.annotations.NullMarked;
