package dev.epitome.lucene;

import dev.epitome.query.ParsedQuery;
import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryPrinter;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.MatchMode;
import dev.epitome.search.SearchRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** What queries would find, were they asked. */
final class Trial {

    private final Snapshot snapshot;
    private final RankingProfile profile;
    private final LocalDate today;

    Trial(Snapshot snapshot, RankingProfile profile, LocalDate today) {
        this.snapshot = snapshot;
        this.profile = profile;
        this.today = today;
    }

    /** The best articles that a search with these words would find. */
    Found of(String query, int count) throws IOException {
        return of(request(query), count);
    }

    Found of(SearchRequest request, int count) throws IOException {
        return Found.by(snapshot.searcher(), understood(request), request, count);
    }

    SearchRequest request(String query) {
        return SearchRequest.of(query).withToday(today);
    }

    /** Of an expression that no text is read as, such as the beginning of a word by one letter. */
    SearchRequest request(QueryExpression expression) {
        ParsedQuery query = new ParsedQuery(QueryPrinter.print(expression), expression, List.of());
        return request("").withQuery(query);
    }

    Understanding understood(SearchRequest request) {
        return new Understanding(request, snapshot, profile);
    }

    /** Where some article has all that is asked for, no more is looked for. */
    boolean finds(String query) throws IOException {
        return findsAll(query) || count(query) > 0;
    }

    long count(String query) throws IOException {
        return of(query, 1).total().value();
    }

    /** Whether any article has all that is asked for. */
    boolean findsAll(String query) throws IOException {
        return of(request(query).withMatch(MatchMode.ALL), 1).total().value() > 0;
    }

    /** Whether the article is the first that the query finds. */
    boolean findsFirst(String query, int document) throws IOException {
        return of(query, 1).rank(document).isPresent();
    }
}
