package dev.epitome.lucene;

import dev.epitome.index.IndexFields;
import dev.epitome.lucene.Matcher.Nowhere;
import dev.epitome.lucene.Plan.Clue;
import dev.epitome.lucene.Plan.Leaf;
import dev.epitome.lucene.Plan.Nothing;
import dev.epitome.lucene.Plan.Sum;
import dev.epitome.query.AliasExpander;
import dev.epitome.query.QueryExpression;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.Correction;
import dev.epitome.search.FuzzyMode;
import dev.epitome.search.MatchRule;
import dev.epitome.search.SearchRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;

/** What one commit makes of a query. For one request and one thread. */
final class Understanding {

    private final SearchRequest request;
    private final Snapshot snapshot;
    private final RankingProfile profile;
    private final Vocabulary vocabulary;
    private final List<Correction> corrections;
    private final Optional<QueryExpression> proposed;
    private final List<String> warnings = new ArrayList<>();
    private final Reading reading;
    private final Map<Strictness, Plan> plans = new EnumMap<>(Strictness.class);

    /** @param expression with corrections, and with aliases where the reach has them */
    private record Reading(QueryExpression expression, WordPlans words) {}

    Understanding(SearchRequest request, Snapshot snapshot, RankingProfile profile) {
        this(request, snapshot, profile, new NearestWords(snapshot.searcher()));
    }

    /** @param near of the same commit; shared by queries with words in common, it looks for each once */
    Understanding(SearchRequest request, Snapshot snapshot, RankingProfile profile, NearestWords near) {
        this.request = request;
        this.snapshot = snapshot;
        this.profile = profile;
        this.vocabulary = new Vocabulary(snapshot.searcher(), profile.fields());
        Searchable searchable = new Searchable();
        Optional<QueryExpression> some = searchable.of(request.query().expression());
        if (some.isEmpty()) {
            this.reading = new Reading(request.query().expression(), words(Reach.TYPED));
            this.corrections = List.of();
            this.proposed = Optional.empty();
            this.warnings.add("The query holds nothing that can be searched for.");
            for (Strictness strictness : Strictness.values()) {
                plans.put(strictness, new Nothing(request.query().text()));
            }
            return;
        }
        this.warnings.addAll(searchable.warnings());
        QueryExpression typed = some.get();
        Spelling spelling = new Spelling(near, vocabulary, words(Reach.FORMS), snapshot.aliases());
        QueryExpression corrected = spelling.corrected(typed);
        boolean correct = request.fuzzy() == FuzzyMode.AUTO;
        this.corrections = correct ? spelling.corrections() : List.of();
        this.proposed = correct || spelling.corrections().isEmpty() ? Optional.empty() : Optional.of(corrected);
        this.reading = farthest(correct ? corrected : typed, new AliasExpander(snapshot.aliases()));
        reading.words().reach().warning().ifPresent(warnings::add);
    }

    /** As far as Lucene runs it. What asks for some of the words has all clauses of what asks for more, and others. */
    private Reading farthest(QueryExpression typed, AliasExpander aliases) {
        QueryExpression expanded = aliases.expand(typed);
        for (Reach reach : List.of(Reach.FORMS, Reach.ALIASES)) {
            Reading far = new Reading(expanded, words(reach));
            Plan some = plan(far, Strictness.SOME_WORDS);
            if (Clauses.of(some) <= Clauses.MOST) {
                plans.put(Strictness.SOME_WORDS, fresh(some)); // Most searches ask for it: not to be planned again.
                return far;
            }
        }
        return new Reading(typed, words(Reach.TYPED));
    }

    private WordPlans words(Reach reach) {
        return new WordPlans(vocabulary, profile, reach);
    }

    private Plan plan(Reading some, Strictness strictness) {
        return new QueryPlanner(vocabulary, some.words(), profile, request.today(), strictness).plan(some.expression());
    }

    /** With corrections and aliases. */
    QueryExpression expression() {
        return reading.expression();
    }

    List<Correction> corrections() {
        return corrections;
    }

    /** What would have been searched for, if corrections were wanted. */
    Optional<QueryExpression> proposed() {
        return proposed;
    }

    /** What was left out, a sentence each. */
    List<String> warnings() {
        return warnings;
    }

    /** The words that a relaxed search is content with some of. */
    List<WordsOfHits.Run> runs() {
        return new QueryPlanner(vocabulary, reading.words(), profile, request.today(), Strictness.ALL_WORDS)
                .runs(reading.expression());
    }

    /** What of the fields and filters no article has, a sentence or two each. */
    List<String> unknownValues() {
        return UnknownValues.warnings(
                snapshot,
                new FieldPlans(vocabulary, request.today()),
                vocabulary,
                request.query().expression(),
                request.filter());
    }

    Plan plan(Strictness strictness) {
        return plans.computeIfAbsent(strictness, none -> fresh(plan(reading, strictness)));
    }

    /** Whether it makes a difference to ask for less. */
    boolean differs(Strictness one, Strictness other) {
        return !plan(one).query().equals(plan(other).query());
    }

    /** Articles with some of the words, those with all of them first, whatever they score. */
    Plan allFirst() {
        Plan some = plan(Strictness.SOME_WORDS);
        double more = Math.ceil(some.most()) + 1;
        Leaf bonus = new Leaf(
                new BoostQuery(new ConstantScoreQuery(plan(Strictness.ALL_WORDS).query()), (float) more),
                more,
                new Clue("", MatchRule.ALL_WORDS, "", new Nowhere(), Set.of(), 1, more, false));
        return new Sum(List.of(some), List.of(bonus), 0, List.of());
    }

    /** An article gains weight × days / (days + its age), as Lucene's distance feature computes it. */
    private Plan fresh(Plan plan) {
        if (request.freshness().isEmpty()) {
            return plan;
        }
        int days = request.freshness().get().days();
        float weight = profile.freshness();
        Leaf recency = new Leaf(
                LongField.newDistanceFeatureQuery(
                        IndexFields.PUBLISHED_FIRST, weight, request.today().toEpochDay(), days),
                weight,
                new Clue(
                        "freshness=" + days + "d",
                        MatchRule.FRESHNESS,
                        "published until " + request.today(),
                        new Nowhere(),
                        Set.of(),
                        1,
                        weight,
                        false));
        return new Sum(List.of(plan), List.of(recency), 0, List.of());
    }
}
