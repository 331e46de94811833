package dev.epitome.lucene;

import dev.epitome.search.Explanation;
import dev.epitome.search.SearchFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Why the articles of one answer are where they are in it, or not in it. For one thread. */
final class Explanations {

    private final LeafWeights weights;
    private final Found found;
    private final List<FilterTranslator.Part> filters;

    Explanations(BudgetedSearcher searcher, Found found, SearchFilter filter) {
        this.weights = new LeafWeights(searcher);
        this.found = found;
        this.filters = FilterTranslator.parts(filter);
    }

    /**
     * Explains one article.
     *
     * @param rank its place in the whole answer, where that is known
     */
    Explanation of(int document, MarkedArticle article, OptionalInt rank) throws IOException {
        Explainer explainer = new Explainer(weights, document, article);
        Explainer.Outcome outcome = explainer.outcome(found.plan());
        List<String> absences = new ArrayList<>(explainer.absences(found.plan()));
        boolean passes = true;
        for (FilterTranslator.Part part : filters) {
            if (!weights.explain(part.query(), document).isMatch()) {
                absences.add("The filter " + part.wanted() + " keeps it out.");
                passes = false;
            }
        }
        boolean matches = outcome.matches() && passes;
        return new Explanation(
                article.article().id(),
                matches,
                rank,
                matches ? outcome.score() : 0,
                found.relaxed(),
                outcome.contributions(),
                absences);
    }
}
