package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.engine.QueryParts.Strictness;
import dev.epitome.query.ParsedQuery;
import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryPrinter;
import dev.epitome.query.Typing;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.Suggestion;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What queries would find, were they asked. */
final class Trial {

    /**
     * Words that all queries of one request may have together. Nobody waits longer for what may come next than for the
     * search itself.
     */
    static final int MOST_WORDS = 800;

    private final IndexState state;
    private final RankingProfile profile;
    private final LocalDate today;
    private final NearestWords near;
    private final Map<QueryExpression, Long> counted = new HashMap<>();
    private int words;

    Trial(IndexState state, RankingProfile profile, LocalDate today) {
        this.state = state;
        this.profile = profile;
        this.today = today;
        this.near = new NearestWords(state);
    }

    Retrieval of(SearchRequest request, int count) {
        return Retrieval.by(state.retriever(), rewritten(request), request, count);
    }

    SearchRequest request(String query) {
        return SearchRequest.of(query).withToday(today);
    }

    /** Of an expression that no text is read as, such as the beginning of a word by one letter. */
    SearchRequest request(QueryExpression expression) {
        ParsedQuery query = new ParsedQuery(QueryPrinter.print(expression), expression, List.of());
        return request("").withQuery(query);
    }

    QueryRewriter rewritten(SearchRequest request) {
        return new QueryRewriter(request, state, profile, near);
    }

    /** Whether the query finds anything, as far as there is time to see. */
    boolean finds(String query) {
        return articles(query) > 0;
    }

    /**
     * How many articles have all that the query asks for; where none has, how many it finds. 0 as well where other
     * queries had all of the time that one request may take.
     */
    long articles(String query) {
        SearchRequest request = request(query);
        QueryExpression asked = request.query().expression();
        Long known = counted.get(asked);
        if (known == null) {
            known = hasTimeFor(query) ? count(request) : 0L;
            counted.put(asked, known);
        }
        return known;
    }

    private long count(SearchRequest request) {
        QueryRewriter query = rewritten(request);
        Retriever retriever = state.retriever();
        long articles = retriever.count(query.plan(Strictness.ALL_WORDS));
        return articles > 0
                ? articles
                : retriever.count(Retrieval.by(retriever, query, request, 1).plan());
    }

    /** Whether any article has all that is asked for. */
    boolean findsAll(String query) {
        return hasTimeFor(query)
                && state.retriever().matchesAny(rewritten(request(query)).plan(Strictness.ALL_WORDS));
    }

    /** Whether the article is the first that the query finds. */
    boolean findsFirst(String query, int article) {
        return hasTimeFor(query) && of(request(query), 1).rank(article).isPresent();
    }

    /** Those that find most first, but in the order they have where they are left out: the rarest would find most. */
    static List<Suggestion> mostFirst(List<Suggestion> suggestions, Typing typing) {
        if (typing.isLeftOut()) {
            return suggestions;
        }
        return suggestions.stream()
                .sorted(Comparator.comparingLong((Suggestion some) -> -some.articles()))
                .toList();
    }

    private boolean hasTimeFor(String query) {
        words += 1 + TextAnalysis.words(query).size();
        return words <= MOST_WORDS;
    }

    /** How many words have been looked for because no article has them. */
    int lookedFor() {
        return near.looked();
    }
}
