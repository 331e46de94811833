package dev.epitome.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * What Lucene does out of the box: title and summary in one field, a stock analyzer, BM25 with k1 1.2 and b 0.75. Among
 * equal scores the article that was added first wins. Each hit is read back whole; nothing is marked.
 */
final class PlainLucene implements RankingSystem {

    private static final String ID = "id";
    private static final String TITLE = "title";
    private static final String SUMMARY = "summary";
    private static final String TEXT = "text";
    private static final BM25Similarity BM25 = new BM25Similarity(1.2f, 0.75f);

    /** How the words of a query are put together. */
    enum Words {
        ANY("any word", Occur.SHOULD),
        ALL("all words", Occur.MUST);

        private final String label;
        private final Occur occur;

        Words(String label, Occur occur) {
            this.label = label;
            this.occur = occur;
        }
    }

    private final String key;
    private final String label;
    private final Words words;
    private final Analyzer analyzer;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private PlainLucene(String key, Words words, Analyzer analyzer, List<CollectionDocument> documents)
            throws IOException {
        this.key = key;
        this.label = "Lucene BM25, " + analyzer.getClass().getSimpleName() + ", " + words.label;
        this.words = words;
        this.analyzer = analyzer;
        index(documents);
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(BM25);
        searcher.setQueryCache(null);
    }

    /** With stop words left out and English stemming. */
    static PlainLucene english(Words words, List<CollectionDocument> documents) throws IOException {
        return new PlainLucene(key("english", words), words, new EnglishAnalyzer(), documents);
    }

    /** With words as they stand, in lower case. */
    static PlainLucene standard(Words words, List<CollectionDocument> documents) throws IOException {
        return new PlainLucene(key("standard", words), words, new StandardAnalyzer(), documents);
    }

    private static String key(String analyzer, Words words) {
        return switch (words) {
            case ANY -> "lucene-" + analyzer;
            case ALL -> "lucene-" + analyzer + "-all";
        };
    }

    private void index(List<CollectionDocument> documents) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setSimilarity(BM25))) {
            for (CollectionDocument document : documents) {
                Document fields = new Document();
                fields.add(new StoredField(ID, document.id()));
                fields.add(new StoredField(TITLE, document.title()));
                fields.add(new StoredField(SUMMARY, document.summary()));
                fields.add(new TextField(TEXT, document.title() + " " + document.summary(), Store.NO));
                writer.addDocument(fields);
            }
            writer.forceMerge(1);
        }
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<String> rank(String query, int depth) {
        try {
            List<String> ids = new ArrayList<>();
            StoredFields stored = searcher.storedFields();
            for (ScoreDoc hit : searcher.search(query(query), depth).scoreDocs) {
                ids.add(stored.document(hit.doc).get(ID));
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A word that is there twice counts twice. Words beyond Lucene's bound on clauses are left out. */
    private Query query(String text) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        terms(text).entrySet().stream()
                .limit(IndexSearcher.getMaxClauseCount())
                .forEach(term -> query.add(
                        new BoostQuery(new TermQuery(new Term(TEXT, term.getKey())), term.getValue()), words.occur));
        return query.build();
    }

    private Map<String, Integer> terms(String text) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        try (TokenStream tokens = analyzer.tokenStream(TEXT, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                counts.merge(term.toString(), 1, Integer::sum);
            }
            tokens.end();
        }
        return counts;
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
            analyzer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
