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
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
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

    private record Token(String term, String type, int position, int start, int end) {}

    @Test
    void aWordIsItsLooseFormThenTheExactOneThenItsParts() throws IOException {
        assertThat(tokens("title", "a Role-Based API"))
                .containsExactly(
                        new Token("a", "loose", 0, 0, 1),
                        new Token("rolebas", "loose", 1, 2, 12),
                        new Token("role-based", "exact", 1, 2, 12),
                        new Token("role", "part", 1, 2, 6),
                        new Token("base", "part", 2, 7, 12),
                        new Token("api", "loose", 3, 13, 16));
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
    void aTermFromElsewhereIsFoldedAsTheWordsAre(String text, String term) throws IOException {
        assertThat(tokens("title", text)).extracting(Token::term).contains(term);
        assertThat(analyzer.normalize("title", text).utf8ToString()).isEqualTo(term);
    }

    @Test
    void offsetsPointIntoTheTextAsItWasWritten() throws IOException {
        String text = "A cafe\u0301, Größe: ok";
        assertThat(tokens("summary", text).stream()
                        .map(token -> text.substring(token.start(), token.end()))
                        .distinct())
                .containsExactly("A", "cafe\u0301", "Größe", "ok");
    }

    @Test
    void everyFieldIsAnalysedAlike() throws IOException {
        assertThat(tokens("title", "Kafka's Émigré")).isEqualTo(tokens("tags", "Kafka's Émigré"));
    }

    @Test
    void noWordIsStopped() throws IOException {
        assertThat(tokens("summary", "to be or not to be")).hasSize(6);
    }

    @Test
    void theFingerprintChangesWithTheNamesAndTheStems() {
        assertThat(ArticleAnalyzer.FINGERPRINT).matches("technical-\\d+-[0-9a-f]{8}-[0-9a-f]{8}");
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

    private List<Token> tokens(String field, String text) throws IOException {
        List<Token> found = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            TypeAttribute type = tokens.addAttribute(TypeAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
            int position = -1;
            tokens.reset();
            while (tokens.incrementToken()) {
                position += increment.getPositionIncrement();
                found.add(new Token(term.toString(), type.type(), position, offset.startOffset(), offset.endOffset()));
            }
            tokens.end();
            assertThat(offset.endOffset()).isEqualTo(text.length());
        }
        return found;
    }
}
