package dev.epitome.benchmarks.speed;

import static dev.epitome.benchmarks.speed.LuceneDocuments.SOURCE;
import static dev.epitome.benchmarks.speed.LuceneDocuments.SUMMARY;
import static dev.epitome.benchmarks.speed.LuceneDocuments.TAGS;
import static dev.epitome.benchmarks.speed.LuceneDocuments.TEXT;
import static dev.epitome.benchmarks.speed.LuceneDocuments.TITLE;

import dev.epitome.article.Article;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsCollectorManager.FacetsResult;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;

/**
 * Search as one writes it with Lucene in an hour: all text in one field through {@link StandardAnalyzer}, BM25, any
 * word, ten stored titles; or the whole articles, with the title and a passage of the summary marked.
 */
final class LuceneContestant implements Contestant {

    private static final int HITS = 10;
    private static final int VALUES = 50;
    private static final String[] MARKED = {TITLE, SUMMARY};

    private final Analyzer analyzer = new StandardAnalyzer();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final SortedSetDocValuesReaderState facets;
    private final boolean marks;

    private LuceneContestant(DirectoryReader reader, boolean marks) throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.facets = new DefaultSortedSetDocValuesReaderState(reader, LuceneDocuments.facets());
        this.marks = marks;
    }

    static LuceneContestant open(Path index, boolean marks) {
        try {
            return new LuceneContestant(DirectoryReader.open(FSDirectory.open(index)), marks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes these articles as one segment. */
    static void index(Stream<Article> articles, Path index) {
        FacetsConfig config = LuceneDocuments.facets();
        try (FSDirectory directory = FSDirectory.open(index);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
            for (Iterator<Article> some = articles.iterator(); some.hasNext(); ) {
                writer.addDocument(LuceneDocuments.plain(some.next(), config));
            }
            writer.forceMerge(1);
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int answer(DrawnQuery query) {
        try {
            Query search = query(query);
            TopDocs hits = query.kind() == QueryKind.FACETS ? counted(search) : searcher.search(search, HITS);
            return marks ? marked(search, hits) : titles(hits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TopDocs counted(Query search) throws IOException {
        FacetsResult result = FacetsCollectorManager.search(searcher, search, HITS, new FacetsCollectorManager());
        FacetsCollector collector = result.facetsCollector();
        SortedSetDocValuesFacetCounts counts = new SortedSetDocValuesFacetCounts(facets, collector);
        counts.getTopChildren(VALUES, SOURCE);
        counts.getTopChildren(VALUES, TAGS);
        return result.topDocs();
    }

    private int titles(TopDocs hits) throws IOException {
        StoredFields stored = searcher.storedFields();
        int length = 0;
        for (ScoreDoc hit : hits.scoreDocs) {
            length += stored.document(hit.doc, Set.of(TITLE)).get(TITLE).length();
        }
        return length;
    }

    private int marked(Query search, TopDocs hits) throws IOException {
        StoredFields stored = searcher.storedFields();
        int fields = 0;
        for (ScoreDoc hit : hits.scoreDocs) {
            fields += stored.document(hit.doc).getFields().size();
        }
        UnifiedHighlighter highlighter = UnifiedHighlighter.builder(searcher, analyzer)
                .withFieldMatcher(field -> true)
                .build();
        Map<String, String[]> marked = highlighter.highlightFields(MARKED, search, hits, new int[] {1, 1});
        return fields + marked.size();
    }

    private Query query(DrawnQuery query) throws IOException {
        return switch (query.kind()) {
            case EVERYTHING -> MatchAllDocsQuery.INSTANCE;
            case PREFIX -> new PrefixQuery(new Term(TEXT, query.words()));
            case PHRASE -> new PhraseQuery(TEXT, terms(query.words()).toArray(String[]::new));
            case FILTER ->
                new BooleanQuery.Builder()
                        .add(anyOf(query.words()), Occur.MUST)
                        .add(new TermQuery(new Term(SOURCE, query.source())), Occur.FILTER)
                        .build();
            default -> anyOf(query.words());
        };
    }

    private Query anyOf(String words) throws IOException {
        List<String> terms = terms(words);
        if (terms.size() == 1) {
            return new TermQuery(new Term(TEXT, terms.getFirst()));
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.forEach(term -> any.add(new TermQuery(new Term(TEXT, term)), Occur.SHOULD));
        return any.build();
    }

    private List<String> terms(String words) throws IOException {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(TEXT, words)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        }
        return terms;
    }

    @Override
    public void close() {
        try {
            reader.close();
            analyzer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
