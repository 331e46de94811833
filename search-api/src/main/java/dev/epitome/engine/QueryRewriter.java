package dev.epitome.engine;

import dev.epitome.engine.Matcher.Nowhere;
import dev.epitome.engine.Plan.Evidence;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Plan.Nothing;
import dev.epitome.engine.Plan.Sum;
import dev.epitome.engine.QueryParts.Strictness;
import dev.epitome.engine.UnknownWords.Guesses;
import dev.epitome.query.AliasExpander;
import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryExpression.Aliased;
import dev.epitome.query.QueryExpression.AllOf;
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

/** What one state of an index makes of a query. For one request and one thread. */
final class QueryRewriter {

    private final SearchRequest request;
    private final IndexState state;
    private final RankingProfile profile;
    private final TermStatistics terms;
    private final List<Correction> corrections;
    private final Optional<QueryExpression> proposed;
    private final List<String> warnings = new ArrayList<>();
    private final Expanded query;
    private final Map<Strictness, Plan> plans = new EnumMap<>(Strictness.class);

    /** How far a query is expanded beyond the words that were typed; less far, the longer it is. From far to near. */
    enum ExpansionLevel {
        /** Aliases, compounds written otherwise, pieces of hyphenated words, and proximity. */
        FORMS(""),
        /** Aliases. */
        ALIASES("compounds were searched for only as they were typed, and proximity does not count."),
        /** The words and their stems. */
        TYPED("aliases were not searched for, compounds only as they were typed, and proximity does not count.");

        private final String without;

        ExpansionLevel(String without) {
            this.without = without;
        }

        /** What the user is to know of it. */
        private Optional<String> warning() {
            return without.isEmpty() ? Optional.empty() : Optional.of("The query is long: " + without);
        }
    }

    /** @param expression with corrections, and with aliases where the level has them */
    private record Expanded(QueryExpression expression, WordPlans words) {}

    QueryRewriter(SearchRequest request, IndexState state, RankingProfile profile) {
        this(request, state, profile, new NearestWords(state));
    }

    /** @param near of the same state; shared by queries with words in common, it looks for each once */
    QueryRewriter(SearchRequest request, IndexState state, RankingProfile profile, NearestWords near) {
        this.request = request;
        this.state = state;
        this.profile = profile;
        this.terms = new TermStatistics(state, profile.fields());
        QueryPruner pruner = new QueryPruner();
        Optional<QueryExpression> some = pruner.of(request.query().expression());
        if (some.isEmpty()) {
            this.query = new Expanded(request.query().expression(), words(ExpansionLevel.TYPED));
            this.corrections = List.of();
            this.proposed = Optional.empty();
            this.warnings.add("The query holds nothing that can be searched for.");
            for (Strictness strictness : Strictness.values()) {
                plans.put(strictness, new Nothing(request.query().text()));
            }
            return;
        }
        this.warnings.addAll(pruner.warnings());
        QueryExpression typed = some.get();
        WordPlans forms = words(ExpansionLevel.FORMS);
        UnknownWords spelling = new UnknownWords(near, state, terms, forms, Guesses.NEAR);
        QueryExpression corrected = spelling.replaced(typed);
        if (!spelling.areAnyKnown()) {
            corrected = new UnknownWords(near, state, terms, forms, Guesses.ANY).replaced(typed);
        }
        boolean correct = request.fuzzy() == FuzzyMode.AUTO;
        this.corrections = correct ? spelling.corrections() : List.of();
        this.proposed = correct || spelling.corrections().isEmpty() ? Optional.empty() : Optional.of(corrected);
        QueryExpression known =
                correct ? corrected : new UnknownWords(near, state, terms, forms, Guesses.NONE).replaced(typed);
        this.query = farthest(known, new AliasExpander(state.aliases()));
        query.words().level().warning().ifPresent(warnings::add);
    }

    /**
     * As far as the bound on clauses allows. What asks for some of the words has all clauses of what asks for more, and
     * others.
     */
    private Expanded farthest(QueryExpression typed, AliasExpander aliases) {
        QueryExpression expanded = aliases.expand(typed);
        for (ExpansionLevel level : List.of(ExpansionLevel.FORMS, ExpansionLevel.ALIASES)) {
            Expanded far = new Expanded(expanded, words(level));
            Plan some = plan(far, Strictness.SOME_WORDS);
            if (some.clauses() <= QueryPruner.MOST_CLAUSES) {
                plans.put(Strictness.SOME_WORDS, fresh(some)); // Most searches ask for it: not to be planned again.
                return far;
            }
        }
        return new Expanded(typed, words(ExpansionLevel.TYPED));
    }

    private WordPlans words(ExpansionLevel level) {
        return new WordPlans(terms, state, profile, level);
    }

    private Plan plan(Expanded some, Strictness strictness) {
        return new QueryPlanner(terms, some.words(), profile, request.today(), strictness).plan(some.expression());
    }

    /** With corrections and aliases. */
    QueryExpression expression() {
        return query.expression();
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
    List<MatchedWords.Run> runs() {
        return new QueryPlanner(terms, query.words(), profile, request.today(), Strictness.ALL_WORDS)
                .runs(query.expression());
    }

    /** What of the fields and filters no article has, a sentence or two each. */
    List<String> unknownValues() {
        return UnknownValues.warnings(
                state,
                new FieldPlans(terms, request.today()),
                terms,
                request.query().expression(),
                request.filter());
    }

    Plan plan(Strictness strictness) {
        return plans.computeIfAbsent(strictness, none -> fresh(plan(query, strictness)));
    }

    /** Whether it makes a difference to ask for less. */
    boolean differs(Strictness one, Strictness other) {
        return !plan(one).equals(plan(other));
    }

    /**
     * Articles with some of the words, those with all of them first, whatever they score. Of a name or compound of few
     * words they must have what tells it from others: A/B testing is no unit testing.
     */
    Plan allFirst() {
        Plan some = plan(isName(query.expression()) ? Strictness.TELLING_WORD : Strictness.SOME_WORDS);
        double more = Math.ceil(some.maxScore()) + 1;
        Leaf bonus = new Leaf(
                new Lookup.Matching(plan(Strictness.ALL_WORDS)),
                (float) more,
                more,
                new Evidence("", MatchRule.ALL_WORDS, "", new Nowhere(), Set.of(), 1, more, false));
        return new Sum(List.of(some), List.of(bonus), 0, List.of());
    }

    /** Whether it is what one thing is called: two words that some article writes as one, or one with signs in it. */
    private boolean isName(QueryExpression expression) {
        if (expression instanceof Aliased listed) {
            return isName(listed.typed());
        }
        if (!(expression instanceof AllOf all) || all.parts().size() != 2) {
            return false;
        }
        boolean signed = all.parts().stream()
                .flatMap(part -> QueryParts.typedWord(part).stream())
                .anyMatch(word -> WordPlans.isSigned(word.text()));
        return signed || query.words().togetherFrom(all.parts(), 0) == 2;
    }

    /** An article gains weight × days / (days + its age). */
    private Plan fresh(Plan plan) {
        if (request.freshness().isEmpty()) {
            return plan;
        }
        int days = request.freshness().get().days();
        float weight = profile.freshness();
        Leaf recency = new Leaf(
                new Lookup.Recency(request.today(), days),
                weight,
                weight,
                new Evidence(
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
