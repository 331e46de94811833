package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.engine.Plan.Best;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Plan.Nothing;
import dev.epitome.engine.Plan.Only;
import dev.epitome.engine.Plan.Sum;
import dev.epitome.engine.Retriever.FacetCounts;
import dev.epitome.engine.Retriever.Selection;
import dev.epitome.engine.Retriever.SortValues;
import dev.epitome.engine.Retriever.TopArticle;
import dev.epitome.engine.Retriever.TopArticles;
import dev.epitome.query.Field;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.Facet;
import dev.epitome.search.FacetCount;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SearchResult;
import dev.epitome.search.SortOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Carries plans out on one article after the other. */
final class MemoryRetriever implements Retriever {

    private final List<MemoryArticle> articles;
    private final MemoryLexicon lexicon;

    MemoryRetriever(List<MemoryArticle> articles, MemoryLexicon lexicon) {
        this.articles = articles;
        this.lexicon = lexicon;
    }

    @Override
    public TopArticles top(Plan plan, SearchFilter filter, Selection wanted) {
        List<Leaf> parts = FilterPlans.of(filter);
        List<TopArticle> all = new ArrayList<>();
        for (int number = 0; number < articles.size(); number++) {
            MemoryArticle article = articles.get(number);
            OptionalDouble score = score(plan, article);
            if (score.isPresent() && passes(parts, article)) {
                float rounded = (float) score.getAsDouble();
                all.add(new TopArticle(number, rounded));
            }
        }
        if (all.size() < wanted.least()) {
            return new TopArticles(List.of(), all.size(), true);
        }
        Comparator<SortValues> order = order(wanted.order());
        List<TopArticle> top = all.stream()
                .sorted(Comparator.comparing(one -> sortedBy(wanted.order(), one), order))
                .filter(one -> wanted.after().isEmpty()
                        || order.compare(
                                        sortedBy(wanted.order(), one),
                                        wanted.after().get())
                                > 0)
                .limit(wanted.count())
                .toList();
        return new TopArticles(top, all.size(), true);
    }

    private static Comparator<SortValues> order(SortOrder order) {
        Comparator<SortValues> newest =
                Comparator.comparingLong(SortValues::published).reversed();
        Comparator<SortValues> byId = Comparator.comparing(SortValues::id);
        return switch (order) {
            case RELEVANCE ->
                Comparator.comparingDouble((SortValues by) -> -by.score())
                        .thenComparing(newest)
                        .thenComparing(byId);
            case NEWEST -> newest.thenComparing(byId);
            case OLDEST -> Comparator.comparingLong(SortValues::published).thenComparing(byId);
            case RANK ->
                Comparator.comparingInt(SortValues::rank).thenComparing(newest).thenComparing(byId);
        };
    }

    boolean matches(Plan plan, MemoryArticle article) {
        return score(plan, article).isPresent();
    }

    private boolean passes(List<Leaf> filter, MemoryArticle article) {
        return filter.stream().allMatch(part -> matches(part, article));
    }

    @Override
    public long count(Plan plan) {
        return articles.stream().filter(article -> matches(plan, article)).count();
    }

    @Override
    public SortValues sortedBy(SortOrder order, TopArticle article) {
        return articles.get(article.number()).sortedBy(order, article.score());
    }

    /** Everything, and a word, as an index knows them. */
    @Override
    public OptionalLong knownCount(Plan plan, SearchFilter filter) {
        long count = count(plan);
        boolean word = plan.leaves().size() <= 2
                && plan.leaves().stream().allMatch(leaf -> leaf.lookup() instanceof Lookup.Term);
        return filter.isEmpty() && (word || count == articles.size()) ? OptionalLong.of(count) : OptionalLong.empty();
    }

    @Override
    public boolean matchesAny(Plan plan) {
        return articles.stream().anyMatch(article -> matches(plan, article));
    }

    @Override
    public BitSet matching(Plan plan, List<Integer> numbers) {
        BitSet matching = new BitSet();
        for (int i = 0; i < numbers.size(); i++) {
            matching.set(i, matches(plan, articles.get(numbers.get(i))));
        }
        return matching;
    }

    @Override
    public Optional<FacetCounts> facets(Plan plan, SearchFilter filter, List<Facet> facets) {
        List<Leaf> parts = FilterPlans.of(filter);
        List<MemoryArticle> hits = articles.stream()
                .filter(article -> matches(plan, article) && passes(parts, article))
                .toList();
        Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
        facets.forEach(facet -> counts.put(facet, counts(facet, hits)));
        return Optional.of(new FacetCounts(hits.size(), counts));
    }

    private List<FacetCount> counts(Facet facet, List<MemoryArticle> hits) {
        boolean dates = facet == Facet.YEAR || facet == Facet.MONTH;
        Map<String, Long> counts = hits.stream()
                .flatMap(article -> article.values(facet).stream()
                        .map(TextAnalysis::filterKey)
                        .distinct())
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
        Comparator<Map.Entry<String, Long>> latest =
                Map.Entry.<String, Long>comparingByKey().reversed();
        Comparator<Map.Entry<String, Long>> most =
                Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());
        return counts.entrySet().stream()
                .sorted(dates ? latest : most)
                .limit(dates ? SearchResult.MAX_FACET_DATES : SearchResult.MAX_FACET_VALUES)
                .map(count -> new FacetCount(
                        MemoryLexicon.written(articles, facet, count.getKey()).orElseThrow(), count.getValue()))
                .toList();
    }

    @Override
    public OptionalDouble score(Leaf leaf, int article) {
        return score(leaf, articles.get(article));
    }

    private OptionalDouble score(Plan plan, MemoryArticle article) {
        return switch (plan) {
            case Leaf leaf -> leaf(leaf, article);
            case Nothing nothing -> OptionalDouble.empty();
            case Only only -> matches(only.plan(), article) ? OptionalDouble.of(0) : OptionalDouble.empty();
            case Best best ->
                best.ways().stream()
                        .flatMapToDouble(way -> score(way, article).stream())
                        .max();
            case Sum sum -> sum(sum, article);
        };
    }

    private OptionalDouble sum(Sum sum, MemoryArticle article) {
        boolean complete = sum.required().stream().allMatch(part -> matches(part, article))
                && sum.optional().stream()
                                .filter(part -> matches(part, article))
                                .count()
                        >= sum.needed()
                && sum.without().stream().noneMatch(part -> matches(part, article));
        return complete
                ? OptionalDouble.of(Stream.concat(sum.required().stream(), sum.optional().stream())
                        .flatMapToDouble(part -> score(part, article).stream())
                        .sum())
                : OptionalDouble.empty();
    }

    private OptionalDouble leaf(Leaf leaf, MemoryArticle article) {
        double score = switch (leaf.lookup()) {
            case Lookup.Term(TermField field, String term) -> leaf.boost() * bm25(field, term, article);
            case Lookup.Recency(LocalDate today, int days) ->
                article.article()
                        .published()
                        .map(date ->
                                Math.abs(today.toEpochDay() - date.firstDay().toEpochDay()))
                        .map(age -> (double) leaf.boost() * days / (days + age))
                        .orElse(0.0);
            case Lookup other -> has(other, article) ? leaf.boost() : 0;
        };
        return score > 0 ? OptionalDouble.of(score) : OptionalDouble.empty();
    }

    private boolean has(Lookup lookup, MemoryArticle article) {
        return switch (lookup) {
            case Lookup.Everything every -> true;
            case Lookup.Term(TermField field, String term) ->
                article.terms(field).containsKey(term);
            case Lookup.Prefix(TermField field, String beginning) ->
                article.terms(field).keySet().stream().anyMatch(term -> term.startsWith(beginning));
            case Lookup.Phrase phrase -> article.hasPhrase(phrase.field(), phrase.slots(), phrase.slop());
            case Lookup.Values(Field field, List<String> keys) ->
                keys.stream().anyMatch(article.terms(new TermField.Values(field))::containsKey);
            case Lookup.Days(Optional<LocalDate> from, Optional<LocalDate> until) ->
                article.article()
                        .published()
                        .filter(date -> from.isEmpty() || !date.lastDay().isBefore(from.get()))
                        .filter(date -> until.isEmpty() || !date.firstDay().isAfter(until.get()))
                        .isPresent();
            case Lookup.Recency recency -> article.article().published().isPresent();
            case Lookup.Matching(Plan plan) -> matches(plan, article);
        };
    }

    private double bm25(TermField field, String term, MemoryArticle article) {
        double frequency = article.terms(field).getOrDefault(term, 0);
        RankingProfile profile = RankingProfile.DEFAULT;
        double all = lexicon.articlesWithAny(field);
        double with = lexicon.articlesWith(field, term);
        double average = lexicon.occurrencesOfAll(field) / all;
        double k1 = profile.k1() * profile.fields().summary();
        double room = k1 * (1 - profile.b() + profile.b() * article.length(field) / average);
        return frequency == 0 ? 0 : Math.log(1 + (all - with + 0.5) / (with + 0.5)) * frequency / (frequency + room);
    }
}
