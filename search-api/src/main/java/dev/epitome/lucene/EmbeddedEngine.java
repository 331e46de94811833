package dev.epitome.lucene;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.index.IndexFields;
import dev.epitome.lucene.Budget.OutOfTime;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.Bounds;
import dev.epitome.search.Explanation;
import dev.epitome.search.Facet;
import dev.epitome.search.HealthCheck;
import dev.epitome.search.IndexStatistics;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.RelatedArticle;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.StoredArticle;
import dev.epitome.search.SuggestRequest;
import dev.epitome.search.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** Searches the newest commit of one index. */
final class EmbeddedEngine implements SearchEngine {

    private final CommittedIndex index;
    private final RankingProfile profile;
    private final LongSupplier nanos;
    private final Duration time;

    EmbeddedEngine(CommittedIndex index, RankingProfile profile) {
        this(index, profile, DEFAULT_TIME, System::nanoTime);
    }

    /**
     * With a clock of the caller's.
     *
     * @param time that one answer may take
     */
    EmbeddedEngine(CommittedIndex index, RankingProfile profile, Duration time, LongSupplier nanos) {
        this.index = index;
        this.profile = profile;
        this.time = time;
        this.nanos = nanos;
    }

    @Override
    public SearchEngine within(Duration other) {
        Objects.requireNonNull(other, "time");
        Bounds.requireSome("time", other);
        return new EmbeddedEngine(index, profile, other, nanos);
    }

    @Override
    public SearchResult search(SearchRequest asked) {
        Objects.requireNonNull(asked, "request");
        Page page = Page.of(asked);
        return answered(page.commit(), snapshot -> new SearchExecution(page, snapshot, profile).result());
    }

    private interface Answering<T> {
        T from(Snapshot snapshot) throws IOException;
    }

    /** Asks the newest commit, or the one that is named, for an answer within the time. */
    private <T> T answered(Optional<String> commit, Answering<T> answering) {
        Budget budget = Budget.of(time, nanos);
        try (CommittedIndex.Lease lease = index.lease(commit)) {
            try {
                return answering.from(lease.snapshot().within(budget));
            } catch (IOException | UncheckedIOException | InternalError e) {
                // The last is how the machine tells that a file has become shorter than it was when it was opened.
                throw index.cannotRead(lease.snapshot(), e);
            } catch (EpitomeException | OutOfTime e) {
                throw e;
            } catch (RuntimeException e) {
                index.suspect(); // Bytes that have changed are decoded to anything.
                throw e;
            }
        } catch (OutOfTime e) {
            throw new EpitomeException(
                    Kind.TIMED_OUT,
                    "no answer within %d ms: ask for less, or give more time".formatted(time.toMillis()),
                    e);
        }
    }

    /** As above, where a part of the answer would be none. */
    private <T> T whole(Optional<String> commit, Answering<T> answering) {
        return answered(commit, snapshot -> {
            T answer = answering.from(snapshot);
            if (snapshot.searcher().budget().isSpent()) {
                snapshot.searcher().budget().require();
            }
            return answer;
        });
    }

    @Override
    public Optional<Explanation> explain(SearchRequest asked, String id) {
        Objects.requireNonNull(asked, "request");
        Objects.requireNonNull(id, "id");
        Page page = Page.of(asked);
        return whole(page.commit(), snapshot -> {
            SearchRequest request = page.request();
            page.require(RequestPrint.of(request, snapshot, profile));
            BudgetedSearcher searcher = snapshot.searcher();
            OptionalInt document = document(searcher, id);
            if (document.isEmpty()) {
                return Optional.empty();
            }
            int number = document.getAsInt();
            Understanding query = new Understanding(request, snapshot, profile);
            Found found = Found.by(searcher, query, request, Explanation.RANKED);
            Article article = new ArticleStore(searcher.getIndexReader()).article(number, true);
            return Optional.of(new Explanations(searcher, found, request.filter())
                    .of(number, new MarkedArticle(article, searcher.budget()), found.rank(number)));
        });
    }

    @Override
    public Optional<StoredArticle> find(String id) {
        Objects.requireNonNull(id, "id");
        return whole(Optional.empty(), snapshot -> {
            IndexSearcher searcher = snapshot.searcher();
            OptionalInt document = document(searcher, id);
            return document.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ArticleStore(searcher.getIndexReader()).read(document.getAsInt()));
        });
    }

    private static OptionalInt document(IndexSearcher searcher, String id) throws IOException {
        TopDocs found = searcher.search(new TermQuery(new Term(IndexFields.ID, id)), 1);
        return found.scoreDocs.length == 0 ? OptionalInt.empty() : OptionalInt.of(found.scoreDocs[0].doc);
    }

    @Override
    public List<Suggestion> suggest(SuggestRequest request) {
        Objects.requireNonNull(request, "request");
        return whole(
                Optional.empty(),
                snapshot -> new Suggester(snapshot, profile, LocalDate.now(ZoneOffset.UTC)).of(request));
    }

    @Override
    public Optional<List<RelatedArticle>> related(String id, int limit) {
        Objects.requireNonNull(id, "id");
        Bounds.require("limit", limit, 1, MAX_RELATED);
        return whole(Optional.empty(), snapshot -> {
            OptionalInt document = document(snapshot.searcher(), id);
            return document.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RelatedArticles(snapshot, profile).to(document.getAsInt(), limit));
        });
    }

    @Override
    public IndexStatus index() {
        try (CommittedIndex.Lease lease = index.lease()) {
            return lease.snapshot().status();
        }
    }

    @Override
    public List<HealthCheck> health() {
        return index.health();
    }

    @Override
    public IndexStatistics statistics() {
        SearchRequest everything = SearchRequest.of("").withFacets(EnumSet.allOf(Facet.class));
        return whole(Optional.empty(), snapshot -> {
            Plan plan = new Understanding(everything, snapshot, profile).plan(Strictness.ALL_WORDS);
            return new IndexStatistics(
                    snapshot.status(),
                    FacetCounter.count(snapshot, plan, everything).facets());
        });
    }

    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException e) {
            throw index.cannotRead(e);
        }
    }
}
