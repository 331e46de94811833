package dev.epitome.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleAnalyzerTest {

    private final Analyzer analyzer = new ArticleAnalyzer();

    @Test
    void wordsAreTermsInLowerCase() throws IOException {
        assertThat(terms("How Spotify Built Its DATA Platform"))
                .containsExactly("how", "spotify", "built", "its", "data", "platform");
    }

    @ParameterizedTest
    @CsvSource({
        "Café, cafe",
        "Cafe\u0301, cafe",
        "RE\u0301SUME\u0301, resume",
        "İstanbul, istanbul",
        "I\u0307stanbul, istanbul",
        "Größe, grosse",
        "ŁÓDŹ, lodz",
        "ｗｉｄｅ, wide",
        "ЖУРНАЛ, журнал"
    })
    void caseAndAccentsMakeNoDifferenceHoweverTheyAreWritten(String text, String term) throws IOException {
        assertThat(terms(text)).containsExactly(term);
        assertThat(analyzer.normalize("title", text).utf8ToString()).isEqualTo(term);
    }

    @Test
    void offsetsPointIntoTheTextAsItWasWritten() throws IOException {
        String text = "A cafe\u0301, Größe: ok";
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("summary", text)) {
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(text.substring(offset.startOffset(), offset.endOffset()));
            }
            tokens.end();
        }
        assertThat(words).containsExactly("A", "cafe\u0301", "Größe", "ok");
    }

    @Test
    void everyFieldIsAnalysedAlike() throws IOException {
        assertThat(terms("title", "Kafka's Émigré")).isEqualTo(terms("tags", "Kafka's Émigré"));
    }

    @Test
    void noWordIsStopped() throws IOException {
        assertThat(terms("to be or not to be")).hasSize(6);
    }

    @Test
    void neighboursAreOnePositionApart() throws IOException {
        try (TokenStream tokens = analyzer.tokenStream("title", "one, two")) {
            PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                assertThat(increment.getPositionIncrement()).isEqualTo(1);
            }
            tokens.end();
        }
    }

    @Test
    void aPhraseDoesNotReachFromOneValueIntoTheNext() throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                Document document = new Document();
                document.add(new TextField("authors", "Alex Xu", Store.NO));
                document.add(new TextField("authors", "Sahn Lam", Store.NO));
                writer.addDocument(document);
            }
            assertThat(found(directory, 0, "alex", "xu")).isEqualTo(1);
            assertThat(found(directory, 0, "xu", "sahn")).isZero();
            assertThat(found(directory, 50, "xu", "sahn")).isZero();
        }
    }

    private static int found(Directory directory, int slop, String... words) throws IOException {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
        for (String word : words) {
            phrase.add(new Term("authors", word));
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return new IndexSearcher(reader).count(phrase.build());
        }
    }

    private List<String> terms(String text) throws IOException {
        return terms("summary", text);
    }

    private List<String> terms(String field, String text) throws IOException {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        }
        return terms;
    }
}
