package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.engine.Lexicon.Counted;
import dev.epitome.query.Field;
import dev.epitome.search.Facet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The terms of a plain list of articles. */
final class MemoryLexicon implements Lexicon {

    private final List<MemoryArticle> articles;
    private final Map<TermField, NavigableMap<String, Total>> terms = new HashMap<>();
    private final Map<TermField, Total> totals = new HashMap<>();

    /** In how many articles, and how often in all. */
    private record Total(int articles, long occurrences) {
        Total with(long more) {
            return new Total(articles + 1, occurrences + more);
        }
    }

    MemoryLexicon(List<MemoryArticle> articles) {
        this.articles = articles;
        Total none = new Total(0, 0);
        for (TermField field : MemoryArticle.FIELDS) {
            NavigableMap<String, Total> all = new TreeMap<>();
            Total total = none;
            for (MemoryArticle article : articles) {
                article.terms(field)
                        .forEach((term, often) -> all.merge(term, none.with(often), (a, b) -> a.with(b.occurrences())));
                total = article.terms(field).isEmpty() ? total : total.with(article.length(field));
            }
            terms.put(field, all);
            totals.put(field, total);
        }
    }

    private NavigableMap<String, Total> terms(TermField field) {
        return Objects.requireNonNull(terms.get(field));
    }

    @Override
    public int articlesWith(TermField field, String term) {
        Total total = terms(field).get(term);
        return total == null ? 0 : total.articles();
    }

    @Override
    public long occurrences(TermField field, String term) {
        Total total = terms(field).get(term);
        return total == null ? 0 : total.occurrences();
    }

    @Override
    public int articlesWithAny(TermField field) {
        return Objects.requireNonNull(totals.get(field)).articles();
    }

    @Override
    public long occurrencesOfAll(TermField field) {
        return Objects.requireNonNull(totals.get(field)).occurrences();
    }

    private Stream<String> beginning(TermField field, String beginning) {
        return terms(field).tailMap(beginning).keySet().stream().takeWhile(term -> term.startsWith(beginning));
    }

    @Override
    public List<Counted> near(TermField field, String term, int edits, int prefix) {
        String same = term.substring(0, Math.min(prefix, term.length()));
        return beginning(field, same)
                .filter(other -> Math.abs(term.length() - other.length()) <= edits && edits(term, other) <= edits)
                .map(other -> counted(field, other, articlesWith(field, other)))
                .toList();
    }

    /** Of letters left out, put in, put in another's place, or changed with their neighbour (Damerau, Levenshtein). */
    private static int edits(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replaced = edits[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], 1 + edits[i - 2][j - 2]);
                }
            }
        }
        return edits[one.length()][other.length()];
    }

    @Override
    public Optional<String> first(TermField field, String beginning) {
        return beginning(field, beginning).findFirst();
    }

    @Override
    public List<Counted> mostFrequent(TermField field, String beginning, Predicate<String> kind, Optional<Plan> among) {
        MemoryRetriever retriever = new MemoryRetriever(articles, this);
        List<MemoryArticle> some = articles.stream()
                .filter(article -> among.isEmpty() || retriever.matches(among.get(), article))
                .toList();
        return beginning(field, beginning)
                .filter(kind)
                .map(term -> counted(field, term, (int) some.stream()
                        .filter(article -> article.terms(field).containsKey(term))
                        .count()))
                .filter(term -> term.articles() > 0)
                .sorted(Counted.MOST_FIRST)
                .limit(200)
                .toList();
    }

    private Counted counted(TermField field, String term, int with) {
        return new Counted(term, with, articlesWith(field, term));
    }

    @Override
    public Optional<String> written(Field field, String key) {
        Facet facet = Arrays.stream(Facet.values())
                .filter(each -> each.field().equals(Optional.of(field)))
                .findFirst()
                .orElseThrow();
        return written(articles, facet, key);
    }

    /** As most articles write it; of several forms the first in the order of the alphabet. */
    static Optional<String> written(List<MemoryArticle> articles, Facet facet, String key) {
        Map<String, Long> forms = articles.stream()
                .flatMap(article -> article.values(facet).stream())
                .filter(value -> TextAnalysis.filterKey(value).equals(key))
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
        return forms.entrySet().stream()
                .min(Comparator.comparingLong((Map.Entry<String, Long> form) -> -form.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }
}
