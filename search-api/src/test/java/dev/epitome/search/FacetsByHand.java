package dev.epitome.search;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Counts as slowly and plainly as can be, to hold engines against. */
final class FacetsByHand {

    private final List<Article> articles;
    private final List<String> words;
    private final boolean relaxed;
    private final SearchFilter filter;

    /**
     * Counts the hits of one search.
     *
     * @param words at most two
     * @param relaxed whether one of the words is enough
     */
    FacetsByHand(List<Article> articles, List<String> words, boolean relaxed, SearchFilter filter) {
        this.articles = articles;
        this.words = words;
        this.relaxed = relaxed;
        this.filter = filter;
    }

    List<FacetCount> count(Facet facet) {
        Map<String, Long> counts = new TreeMap<>();
        for (Article article : articles) {
            if (hasWords(article) && passes(article, facet)) {
                Set<String> keys =
                        values(article, facet).stream().map(FacetsByHand::key).collect(Collectors.toSet());
                keys.forEach(key -> counts.merge(key, 1L, Long::sum));
            }
        }
        boolean ofDates = facet == Facet.YEAR || facet == Facet.MONTH;
        List<FacetCount> told = new ArrayList<>();
        counts.forEach((key, count) -> told.add(new FacetCount(mostWritten(key, facet), count)));
        if (ofDates) {
            Collections.reverse(told);
        } else {
            told.sort(Comparator.comparingLong(FacetCount::count).reversed());
        }
        return told;
    }

    private String mostWritten(String key, Facet facet) {
        Map<String, Long> ways = articles.stream()
                .flatMap(article -> values(article, facet).stream().distinct())
                .filter(value -> key(value).equals(key))
                .collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
        return ways.keySet().stream()
                .sorted(Comparator.comparing((String way) -> ways.getOrDefault(way, 0L))
                        .reversed())
                .findFirst()
                .orElseThrow();
    }

    private boolean hasWords(Article article) {
        List<String> title = Arrays.asList(article.title().split(" ", -1));
        Predicate<String> stands = title::contains;
        return relaxed ? words.stream().anyMatch(stands) : words.stream().allMatch(stands);
    }

    private boolean passes(Article article, Facet but) {
        boolean after = filter.publishedAfter().isEmpty()
                || article.published()
                        .filter(date -> !date.lastDay()
                                .isBefore(filter.publishedAfter().get().firstDay()))
                        .isPresent();
        boolean before = filter.publishedBefore().isEmpty()
                || article.published()
                        .filter(date -> !date.firstDay()
                                .isAfter(filter.publishedBefore().get().lastDay()))
                        .isPresent();
        return (but == Facet.YEAR || but == Facet.MONTH || (after && before))
                && (but == Facet.SOURCE || anyOf(filter.sources(), values(article, Facet.SOURCE)))
                && (but == Facet.AUTHOR || anyOf(filter.authors(), values(article, Facet.AUTHOR)))
                && (but == Facet.TAG || anyOf(filter.tags(), values(article, Facet.TAG)))
                && (but == Facet.TYPE || anyOf(filter.types(), values(article, Facet.TYPE)));
    }

    private static boolean anyOf(List<String> wanted, List<String> values) {
        return wanted.isEmpty()
                || values.stream().anyMatch(value -> wanted.stream().anyMatch(one -> key(one).equals(key(value))));
    }

    private static List<String> values(Article article, Facet facet) {
        return switch (facet) {
            case SOURCE -> article.source().stream().toList();
            case AUTHOR -> article.authors();
            case TAG -> article.tags();
            case TYPE -> article.type().stream().toList();
            case YEAR ->
                article.published().map(PublicationDate::toString).map(date -> date.substring(0, 4)).stream()
                        .toList();
            case MONTH ->
                article
                        .published()
                        .map(PublicationDate::toString)
                        .filter(date -> date.length() > 4)
                        .map(date -> date.substring(0, 7))
                        .stream()
                        .toList();
        };
    }

    private static String key(String value) {
        String plain = Normalizer.normalize(value, Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replace("ß", "ss");
    }
}
