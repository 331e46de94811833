package dev.epitome.lucene;

import dev.epitome.article.Article;
import dev.epitome.index.IndexFields;
import dev.epitome.query.Interpretation;
import dev.epitome.query.QueryPrinter;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.Bounds;
import dev.epitome.search.Cursor;
import dev.epitome.search.DidYouMean;
import dev.epitome.search.Explanation;
import dev.epitome.search.Facet;
import dev.epitome.search.FuzzyMode;
import dev.epitome.search.Hit;
import dev.epitome.search.IndexStatistics;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.RelatedArticle;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.SearchResult.Total;
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
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** Searches the newest commit of one index. */
final class EmbeddedEngine implements SearchEngine {

    private final CommittedIndex index;
    private final RankingProfile profile;
    private final LongSupplier nanos;

    EmbeddedEngine(CommittedIndex index, RankingProfile profile) {
        this(index, profile, System::nanoTime);
    }

    /** With a clock of the caller's. */
    EmbeddedEngine(CommittedIndex index, RankingProfile profile, LongSupplier nanos) {
        this.index = index;
        this.profile = profile;
        this.nanos = nanos;
    }

    @Override
    public SearchResult search(SearchRequest asked) {
        Objects.requireNonNull(asked, "request");
        long start = nanos.getAsLong();
        Page page = Page.of(asked);
        SearchRequest request = page.request();
        try (CommittedIndex.Lease lease = index.lease(page.commit())) {
            Snapshot snapshot = lease.snapshot();
            long print = RequestPrint.of(request, snapshot, profile);
            page.require(print);
            Understanding query = new Understanding(request, snapshot, profile);
            Found found = Found.by(snapshot.searcher(), query, request, page.stretch());
            FacetCounter.Counts counts = FacetCounter.count(snapshot, found.plan(), request);
            Total total = page.total(Totals.of(snapshot.searcher(), found, request, counts.hits()));
            Optional<DidYouMean> didYouMean = didYouMean(snapshot, query, request);
            List<Hit> hits = Hits.of(snapshot.searcher(), query, found, page, new Steps());
            Optional<Cursor> next = page.next(found, total, snapshot, print);
            return new SearchResult(
                    request.query(),
                    Interpretation.of(query.expression()),
                    query.corrections(),
                    Stream.of(request.query().warnings(), query.warnings(), query.unknownValues())
                            .flatMap(List::stream)
                            .toList(),
                    didYouMean,
                    found.allWords(),
                    total,
                    Duration.ofNanos(nanos.getAsLong() - start), // All else is done.
                    snapshot.status(),
                    hits,
                    counts.facets(),
                    next);
        } catch (IOException | UncheckedIOException e) {
            throw index.cannotRead(e);
        }
    }

    /** What the corrected query finds, where corrections were not wanted. */
    private Optional<DidYouMean> didYouMean(Snapshot snapshot, Understanding query, SearchRequest request)
            throws IOException {
        if (query.proposed().isEmpty()) {
            return Optional.empty();
        }
        String proposed = QueryPrinter.print(query.proposed().get());
        SearchRequest other = SearchRequest.of(proposed)
                .withFilter(request.filter())
                .withSort(request.sort())
                .withMatch(request.match())
                .withToday(request.today())
                .withFuzzy(FuzzyMode.OFF);
        Found found = Found.by(snapshot.searcher(), new Understanding(other, snapshot, profile), other, 1);
        long hits = Totals.of(snapshot.searcher(), found, other, OptionalLong.empty())
                .value();
        return hits == 0 ? Optional.empty() : Optional.of(new DidYouMean(proposed, hits));
    }

    @Override
    public Optional<Explanation> explain(SearchRequest asked, String id) {
        Objects.requireNonNull(asked, "request");
        Objects.requireNonNull(id, "id");
        Page page = Page.of(asked);
        SearchRequest request = page.request();
        try (CommittedIndex.Lease lease = index.lease(page.commit())) {
            Snapshot snapshot = lease.snapshot();
            page.require(RequestPrint.of(request, snapshot, profile));
            IndexSearcher searcher = snapshot.searcher();
            OptionalInt document = document(searcher, id);
            if (document.isEmpty()) {
                return Optional.empty();
            }
            int number = document.getAsInt();
            Understanding query = new Understanding(request, snapshot, profile);
            Found found = Found.by(searcher, query, request, Explanation.RANKED);
            Article article = new ArticleStore(searcher.getIndexReader()).article(number, true);
            return Optional.of(new Explanations(searcher, found, request.filter())
                    .of(number, new MarkedArticle(article, new Steps()), found.rank(number)));
        } catch (IOException | UncheckedIOException e) {
            throw index.cannotRead(e);
        }
    }

    @Override
    public Optional<StoredArticle> find(String id) {
        Objects.requireNonNull(id, "id");
        try (CommittedIndex.Lease lease = index.lease()) {
            IndexSearcher searcher = lease.snapshot().searcher();
            OptionalInt document = document(searcher, id);
            return document.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ArticleStore(searcher.getIndexReader()).read(document.getAsInt()));
        } catch (IOException e) {
            throw index.cannotRead(e);
        }
    }

    private static OptionalInt document(IndexSearcher searcher, String id) throws IOException {
        TopDocs found = searcher.search(new TermQuery(new Term(IndexFields.ID, id)), 1);
        return found.scoreDocs.length == 0 ? OptionalInt.empty() : OptionalInt.of(found.scoreDocs[0].doc);
    }

    @Override
    public List<Suggestion> suggest(SuggestRequest request) {
        Objects.requireNonNull(request, "request");
        try (CommittedIndex.Lease lease = index.lease()) {
            return new Suggester(lease.snapshot(), profile, LocalDate.now(ZoneOffset.UTC)).of(request);
        } catch (IOException | UncheckedIOException e) {
            throw index.cannotRead(e);
        }
    }

    @Override
    public Optional<List<RelatedArticle>> related(String id, int limit) {
        Objects.requireNonNull(id, "id");
        Bounds.require("limit", limit, 1, MAX_RELATED);
        try (CommittedIndex.Lease lease = index.lease()) {
            Snapshot snapshot = lease.snapshot();
            OptionalInt document = document(snapshot.searcher(), id);
            return document.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RelatedArticles(snapshot, profile).to(document.getAsInt(), limit));
        } catch (IOException | UncheckedIOException e) {
            throw index.cannotRead(e);
        }
    }

    @Override
    public IndexStatus index() {
        try (CommittedIndex.Lease lease = index.lease()) {
            return lease.snapshot().status();
        }
    }

    @Override
    public IndexStatistics statistics() {
        SearchRequest everything = SearchRequest.of("").withFacets(EnumSet.allOf(Facet.class));
        try (CommittedIndex.Lease lease = index.lease()) {
            Snapshot snapshot = lease.snapshot();
            Plan plan = new Understanding(everything, snapshot, profile).plan(Strictness.ALL_WORDS);
            return new IndexStatistics(
                    snapshot.status(),
                    FacetCounter.count(snapshot, plan, everything).facets());
        } catch (IOException | UncheckedIOException e) {
            throw index.cannotRead(e);
        }
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
