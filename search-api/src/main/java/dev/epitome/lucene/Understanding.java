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
import dev.epitome.search.Freshness;
import dev.epitome.search.FuzzyMode;
import dev.epitome.search.MatchRule;
import dev.epitome.search.SearchRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;

/**
 * What one commit makes of a query.
 *
 * @param expression with corrections and aliases
 * @param proposed what would have been corrected, if corrections were wanted
 * @param warnings what was left out, a sentence each
 * @param all for articles with all words
 * @param any for articles with some of them
 */
record Understanding(
        QueryExpression expression,
        List<Correction> corrections,
        QueryExpression proposed,
        List<String> warnings,
        Plan all,
        Plan any) {

    static Understanding of(SearchRequest request, Snapshot snapshot, RankingProfile profile) {
        Vocabulary vocabulary = new Vocabulary(snapshot.searcher(), profile.fields());
        WordPlans words = new WordPlans(vocabulary, new PhrasePlans(vocabulary), profile);
        Spelling spelling = new Spelling(snapshot.searcher().getIndexReader(), vocabulary, words, snapshot.aliases());
        Searchable searchable = new Searchable();
        Optional<QueryExpression> some = searchable.of(request.query().expression());
        if (some.isEmpty()) {
            Plan nothing = new Nothing(request.query().text());
            List<String> warning = List.of("The query holds nothing that can be searched for.");
            QueryExpression asIs = request.query().expression();
            return new Understanding(asIs, List.of(), asIs, warning, nothing, nothing);
        }
        QueryExpression typed = some.get();
        QueryExpression proposed = spelling.corrected(typed);
        boolean correct = request.fuzzy() == FuzzyMode.AUTO;
        QueryExpression meant = new AliasExpander(snapshot.aliases()).expand(correct ? proposed : typed);
        LocalDate today = request.today();
        Plan all = new QueryPlanner(vocabulary, profile, today, false).plan(meant);
        Plan any = new QueryPlanner(vocabulary, profile, today, true).plan(meant);
        return new Understanding(
                meant,
                correct ? spelling.corrections() : List.of(),
                proposed.equals(typed) ? request.query().expression() : proposed,
                searchable.warnings(),
                fresh(all, request, profile),
                fresh(any, request, profile));
    }

    /** Whether some of the words may be enough at all. */
    boolean canRelax() {
        return !all.query().equals(any.query());
    }

    /** Articles with some of the words, those with all of them first, whatever they score. */
    Plan allFirst() {
        double more = Math.ceil(any.most()) + 1;
        Leaf bonus = new Leaf(
                new BoostQuery(new ConstantScoreQuery(all.query()), (float) more),
                more,
                new Clue("", MatchRule.ALL_WORDS, "", new Nowhere(), Set.of(), 1, more, false));
        return new Sum(List.of(any), List.of(bonus), 0, List.of());
    }

    /** An article gains weight × days / (days + its age), as Lucene's distance feature computes it. */
    private static Plan fresh(Plan plan, SearchRequest request, RankingProfile profile) {
        if (request.freshness().isEmpty()) {
            return plan;
        }
        Freshness freshness = request.freshness().get();
        float weight = profile.freshness();
        Leaf recency = new Leaf(
                LongField.newDistanceFeatureQuery(
                        IndexFields.PUBLISHED_FIRST, weight, request.today().toEpochDay(), freshness.days()),
                weight,
                new Clue(
                        "freshness=" + freshness.days() + "d",
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
