package dev.epitome.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/** What the tests of this package say about an index. */
final class TestIndex {

    static final Instant NOW = Instant.parse("2026-11-01T10:00:00.123456789Z");

    private TestIndex() {}

    static Article article(String id, String title) {
        return Article.titled(title).id(id).summary("About " + title).build();
    }

    static Origin origin() {
        return new Origin("corpus/a.jsonl", Unit.LINE, 1, Optional.empty(), NOW);
    }

    /** Rebuilds the index from these articles, of which a later one replaces an earlier one with the same id. */
    static IndexInfo publish(Directory directory, Article... articles) {
        try (ArticleIndexer indexer = ArticleIndexer.create(directory, NOW)) {
            addAll(indexer, articles);
            return indexer.commit();
        }
    }

    static void addAll(ArticleIndexer indexer, Article... articles) {
        for (Article article : articles) {
            indexer.add(article, origin());
        }
    }

    /** The titles of the published index, sorted. */
    static List<String> titles(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return titles(reader);
        }
    }

    static List<String> titles(DirectoryReader reader) throws IOException {
        return articles(reader).stream().map(Article::title).sorted().toList();
    }

    /** The articles of the published index, in the order of their ids. */
    static List<Article> articles(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return articles(reader);
        }
    }

    static List<Article> articles(DirectoryReader reader) throws IOException {
        List<Article> articles = new ArrayList<>();
        ArticleCodec codec = new ArticleCodec(Wordbook.of(reader));
        for (BytesRef bytes : values(reader, IndexFields.ARTICLE)) {
            articles.add(codec.decodeArticle(bytes));
        }
        articles.sort(Comparator.comparing(Article::id));
        return articles;
    }

    static List<Origin> origins(DirectoryReader reader) throws IOException {
        List<Origin> origins = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            SortedDocValues values = leaf.reader().getSortedDocValues(IndexFields.ORIGIN);
            NumericDocValues numbers = leaf.reader().getNumericDocValues(IndexFields.ORIGIN_NUMBER);
            while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                assertThat(numbers.advanceExact(values.docID())).isTrue();
                origins.add(ArticleCodec.decodeOrigin(values.lookupOrd(values.ordValue()), numbers.longValue()));
            }
        }
        return origins;
    }

    private static List<BytesRef> values(DirectoryReader reader, String field) throws IOException {
        List<BytesRef> all = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
            for (int document = 0; document < leaf.reader().maxDoc(); document++) {
                boolean live = leaf.reader().getLiveDocs() == null
                        || leaf.reader().getLiveDocs().get(document);
                if (live) {
                    assertThat(values.advanceExact(document)).as(field).isTrue();
                    all.add(BytesRef.deepCopyOf(values.binaryValue()));
                }
            }
        }
        return all;
    }

    /** What scores are made of: for each term of each field, in how many documents it is and how often. */
    static SortedMap<String, String> statistics(IndexReader reader) throws IOException {
        SortedMap<String, String> statistics = new TreeMap<>();
        statistics.put("documents", reader.numDocs() + " of " + reader.maxDoc());
        for (String field : FieldInfos.getIndexedFields(reader)) {
            Terms terms = MultiTerms.getTerms(reader, field);
            if (terms != null) {
                statistics.put(field, terms.getDocCount() + " " + terms.getSumTotalTermFreq());
                TermsEnum each = terms.iterator();
                for (BytesRef term = each.next(); term != null; term = each.next()) {
                    statistics.put(field + ":" + term.utf8ToString(), each.docFreq() + " " + each.totalTermFreq());
                }
            }
        }
        return statistics;
    }

    /** Fails where Lucene's own checker finds anything wrong. */
    static void assertSound(Directory directory) throws IOException {
        try (CheckIndex check = new CheckIndex(directory)) {
            check.setInfoStream(
                    new PrintStream(java.io.OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            assertThat(check.checkIndex().clean).isTrue();
        }
    }

    static List<String> indexingThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("epitome-index"))
                .toList();
    }
}
