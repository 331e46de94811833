package dev.epitome.lucene;

import dev.epitome.index.IndexFields;
import dev.epitome.query.Field;
import dev.epitome.query.Interpretation;
import dev.epitome.query.QueryPrinter;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.DidYouMean;
import dev.epitome.search.Explanation;
import dev.epitome.search.FuzzyMode;
import dev.epitome.search.Hit;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** Searches the newest commit of one index. */
final class EmbeddedEngine implements SearchEngine {

    private final CommittedIndex index;
    private final RankingProfile profile;

    EmbeddedEngine(CommittedIndex index, RankingProfile profile) {
        this.index = index;
        this.profile = profile;
    }

    @Override
    public SearchResult search(SearchRequest request) {
        long start = System.nanoTime();
        try (CommittedIndex.Lease lease = index.lease()) {
            Snapshot snapshot = lease.snapshot();
            Understanding query = new Understanding(request, snapshot, profile);
            Found found = Found.by(snapshot.searcher(), query, request, request.offset() + request.limit());
            return new SearchResult(
                    request.query(),
                    Interpretation.of(query.expression()),
                    query.corrections(),
                    Stream.concat(request.query().warnings().stream(), query.warnings().stream())
                            .toList(),
                    didYouMean(snapshot, query, request),
                    found.relaxed(),
                    found.total(),
                    Duration.ofNanos(System.nanoTime() - start),
                    snapshot.status().version(),
                    hits(snapshot.searcher(), found, request.offset()),
                    FacetCounter.count(snapshot, found.plan(), request),
                    Optional.empty());
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
        long hits = found.total().value();
        return hits == 0 ? Optional.empty() : Optional.of(new DidYouMean(proposed, hits));
    }

    private static List<Hit> hits(IndexSearcher searcher, Found found, int offset) throws IOException {
        ArticleStore store = new ArticleStore(searcher.getIndexReader());
        SnippetMaker titles = new SnippetMaker(found.marks(Field.TITLE));
        SnippetMaker summaries = new SnippetMaker(found.marks(Field.SUMMARY));
        List<Hit> hits = new ArrayList<>();
        ScoreDoc[] best = found.best().scoreDocs;
        for (int i = offset; i < best.length; i++) {
            StoredArticle stored = store.read(best[i].doc);
            hits.add(new Hit(
                    stored.article(),
                    stored.origin(),
                    best[i].score,
                    titles.of(stored.article().title()),
                    summaries.of(stored.article().summary()),
                    Optional.empty()));
        }
        return hits;
    }

    @Override
    public Optional<Explanation> explain(SearchRequest request, String id) {
        try (CommittedIndex.Lease lease = index.lease()) {
            Snapshot snapshot = lease.snapshot();
            OptionalInt document = document(snapshot.searcher(), id);
            return document.isEmpty()
                    ? Optional.empty()
                    : Optional.of(explain(snapshot, request, document.getAsInt(), id));
        } catch (IOException | UncheckedIOException e) {
            throw index.cannotRead(e);
        }
    }

    private Explanation explain(Snapshot snapshot, SearchRequest request, int document, String id) throws IOException {
        IndexSearcher searcher = snapshot.searcher();
        Understanding query = new Understanding(request, snapshot, profile);
        Found found = Found.by(searcher, query, request, Explanation.RANKED);
        StoredArticle stored = new ArticleStore(searcher.getIndexReader()).read(document);
        Explainer explainer = new Explainer(searcher, document, stored.article());
        Explainer.Outcome outcome = explainer.outcome(found.plan());
        List<String> absences = new ArrayList<>(explainer.absences(found.plan()));
        boolean passes = true;
        for (FilterTranslator.Part part : FilterTranslator.parts(request.filter())) {
            if (!searcher.explain(part.query(), document).isMatch()) {
                absences.add("The filter " + part.wanted() + " keeps it out.");
                passes = false;
            }
        }
        boolean matches = outcome.matches() && passes;
        return new Explanation(
                id,
                matches,
                found.rank(document),
                matches ? outcome.score() : 0,
                found.relaxed(),
                outcome.contributions(),
                absences);
    }

    @Override
    public Optional<StoredArticle> find(String id) {
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
        return List.of();
    }

    @Override
    public Optional<List<RelatedArticle>> related(String id, int limit) {
        return find(id).map(found -> List.of());
    }

    @Override
    public IndexStatus index() {
        try (CommittedIndex.Lease lease = index.lease()) {
            return lease.snapshot().status();
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
