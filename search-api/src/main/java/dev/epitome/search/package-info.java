/**
 * The contract between whoever asks and whatever engine answers. Open an engine, hand it a
 * {@link dev.epitome.search.SearchRequest}, read the {@link dev.epitome.search.SearchResult}:
 *
 * <pre>{@code
 * try (SearchEngine engine = LuceneSearch.open(Path.of("index"))) {
 *     SearchResult result = engine.search(SearchRequest.of("EKS"));
 *     result.hits().forEach(hit -> System.out.println(hit.score() + " " + hit.article().title()));
 * }
 * }</pre>
 */
@NullMarked
package dev.epitome.search;

import org.jspecify.annotations.NullMarked;
