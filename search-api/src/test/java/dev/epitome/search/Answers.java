package dev.epitome.search;

import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;

/** Answers in words, to be compared. */
public final class Answers {

    /** Of every kind: words, phrases, prefixes, fields, aliases, slips, everything, nothing. */
    public static final List<String> QUERIES = List.of(
            "",
            "EKS",
            "kubernetes",
            "kubernettes",
            "how does uber scale reads",
            "\"api gateway\" OR kafka -lambda",
            "cach*",
            "tag:kafka",
            "author:alex",
            "published:2025",
            "c++",
            "java21",
            "llm agents",
            "rag",
            "state of the art",
            "zzzz",
            "data base");

    private Answers() {}

    /** The hits with all of their scores, the total, the facets, what was understood, and how the text may go on. */
    public static List<String> of(SearchEngine engine, String query) {
        SearchResult result =
                engine.search(SearchRequest.of(query).withLimit(50).withFacets(EnumSet.allOf(Facet.class)));
        List<String> hits = result.hits().stream()
                .map(hit -> hit.article() + " " + hit.score() + hit.title() + hit.summary() + hit.words())
                .toList();
        List<String> related = result.hits().stream()
                .limit(1)
                .map(hit -> engine.related(hit.article().id(), 5).toString())
                .toList();
        return List.of(
                hits.toString(),
                result.total() + " " + new TreeMap<>(result.facets()),
                result.interpreted() + " " + result.corrected() + result.warnings() + result.didYouMean(),
                result.allWords().toString(),
                engine.suggest(new SuggestRequest(query, SuggestRequest.DEFAULT_LIMIT))
                        .toString(),
                related.toString());
    }
}
