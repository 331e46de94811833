package dev.epitome;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.epitome.article.Article;
import dev.epitome.corpus.CorpusOptions;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The records that we ship, and the schema that says what a record is. */
class ShippedCorpusTest {

    private static final Path CORPUS = Path.of("..", "corpus");
    private static final Path ARTICLES = CORPUS.resolve("articles");
    private static final int FEWEST = 300;

    private final Schema schema = schema();

    @Test
    void everyLineIsValidByTheSchema() throws IOException {
        int lines = 0;
        for (Path file : files()) {
            for (String line : Files.readAllLines(file)) {
                assertThat(schema.validate(line, InputFormat.JSON))
                        .as("%s: %s", file, line)
                        .isEmpty();
                lines++;
            }
        }
        assertThat(lines).isGreaterThanOrEqualTo(FEWEST);
    }

    @Test
    void everyRecordIsAcceptedWithoutAWarning() {
        assertThat(entries()).hasSizeGreaterThanOrEqualTo(FEWEST).allSatisfy(ShippedCorpusTest::isFaultless);
    }

    @Test
    void idsAreUniqueAndBeginWithThePublication() {
        assertThat(accepted())
                .allSatisfy(entry -> assertThat(entry.article().id())
                        .matches("[a-z0-9]+(-[a-z0-9]+)+")
                        .startsWith(publication(entry) + "-"));
        assertThat(articles().stream().map(Article::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyFileHoldsOnePublication() throws IOException {
        assertThat(accepted().stream()
                        .map(entry -> publication(entry) + "="
                                + entry.article().source().orElse(""))
                        .distinct())
                .hasSize(files().size())
                .extracting(pair -> pair.substring(pair.indexOf('=')))
                .doesNotHaveDuplicates()
                .doesNotContain("=");
    }

    @Test
    void everySummaryHas30To90Words() {
        assertThat(articles())
                .allSatisfy(article -> assertThat(article.summary().split(" "))
                        .as(article.id())
                        .hasSizeBetween(30, 90));
    }

    @ParameterizedTest
    @CsvSource({
        "Hotstar, EKS NodePort ClusterIP KOPS Envoy",
        "How Spotify Built Its Data Platform, Flink Beam BigQuery lineage",
        "EP189, idempotency versioning pagination",
        "Conversational AI Agent For Financial Analysis, Finch LangGraph OpenSearch RBAC"
    })
    void theArticlesThatWereAskedForCarryTheirTerms(String title, String terms) {
        assertThat(articles())
                .filteredOn(article -> article.title().contains(title))
                .singleElement()
                .extracting(Article::summary)
                .asString()
                .contains(terms.split(" "));
    }

    @Test
    void theReadmeStatesTheNumberOfRecordsAndPublications() throws IOException {
        assertThat(Files.readString(CORPUS.resolve("README.md")))
                .contains(
                        articles().size() + " short summaries of real articles by " + files().size() + " publications");
    }

    /** What we ask people to write is stricter than what is read: see the tests of the reader for that. */
    @ParameterizedTest
    @MethodSource("badRecords")
    void theSchemaSaysWhatIsBadAndTheReaderBreaksAtNoneOfIt(String json) {
        assertThat(schema.validate(json, InputFormat.JSON)).as("schema").isNotEmpty();
        assertThat(read(json)).as("reader").isNotEmpty().first().isInstanceOf(Entry.Accepted.class);
    }

    @ParameterizedTest
    @MethodSource("goodRecords")
    void whatIsGoodByTheSchemaIsReadWithoutAWarning(String json) {
        assertThat(schema.validate(json, InputFormat.JSON)).as("schema").isEmpty();
        assertThat(isFaultless(json)).as("reader: %s", read(json)).isTrue();
    }

    /** What other programs export need not be what we ask people to write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'headline': 'T', 'description': 'S'}",
                "{'title': 'T', 'summary': 'S', 'url': null}",
                "{'title': 'T', 'summary': 'S', 'id': ''}",
                "{'title': 'T', 'summary': 'S', 'source': {'name': 'ByteByteGo'}}",
                "{'title': 'T', 'summary': 'S', 'id': 7}",
                "{'title': 'T', 'summary': 'S', 'authors': 'Alex Xu'}",
                "{'title': 'T', 'summary': 'S', 'published': 'November 2025'}",
                "{'title': 'T', 'summary': 'S', 'rank': '1'}",
                "{'title': 'T', 'summary': 'S', 'likes': 7}",
                "{'title': 'T', 'summary': 'S', 'tags': ['go', 'go']}"
            })
    void theReaderTakesMoreThanTheSchema(String quoted) {
        String json = quoted.replace('\'', '"');
        assertThat(schema.validate(json, InputFormat.JSON)).as("schema").isNotEmpty();
        assertThat(isFaultless(json)).as("reader: %s", read(json)).isTrue();
    }

    static Stream<String> badRecords() {
        Stream<String> whole = Stream.of("{'summary': 'S'}", "{'title': 'T'}", "{}", "[]", "'text'", "null", "7");
        Stream<String> members = Stream.of(
                "'title': ''",
                "'title': ' \\t '",
                "'title': 7",
                "'title': '" + "x".repeat(Article.MAX_TITLE + 1) + "'",
                "'summary': ''",
                "'summary': ['S']",
                "'summary': '" + "x".repeat(Article.MAX_SUMMARY + 1) + "'",
                "'id': 7",
                "'id': '" + "x".repeat(Article.MAX_ID + 1) + "'",
                "'url': 'example.org/a'",
                "'url': 'ftp://example.org/a'",
                "'url': 'https://'",
                "'url': 'https://example.org/a b'",
                "'url': ['https://example.org']",
                "'source': ['ByteByteGo']",
                "'source': '" + "x".repeat(Article.MAX_NAME + 1) + "'",
                "'authors': 'Alex Xu'",
                "'authors': [7]",
                "'authors': ['" + "x".repeat(Article.MAX_NAME + 1) + "']",
                "'authors': " + names(Article.MAX_LIST + 1),
                "'type': 7",
                "'type': '" + "x".repeat(Article.MAX_NAME + 1) + "'",
                "'tags': 'go'",
                "'tags': [null]",
                "'tags': " + names(Article.MAX_LIST + 1),
                "'published': 2025",
                "'published': 'November 2025'",
                "'published': '25-11-03'",
                "'published': '2025-13'",
                "'published': '2025-00-10'",
                "'published': '2025-11-31'",
                "'published': '2025-02-30'",
                "'published': '2025-11-3'",
                "'published': '2025-11T10:00'",
                "'rank': 0",
                "'rank': -1",
                "'rank': 1.5",
                "'rank': '1'",
                "'rank': 2147483648",
                "'likes': 7");
        return Stream.concat(whole.map(ShippedCorpusTest::json), members.map(ShippedCorpusTest::recordWith));
    }

    static Stream<String> goodRecords() {
        return Stream.of(
                        "'title': 'T'",
                        "'title': '" + "x".repeat(Article.MAX_TITLE) + "'",
                        "'summary': '" + "x".repeat(Article.MAX_SUMMARY) + "'",
                        "'id': '" + "x".repeat(Article.MAX_ID) + "'",
                        "'url': 'HTTP://example.org'",
                        "'url': 'https://example.org/a?b=c#d'",
                        "'source': '" + "x".repeat(Article.MAX_NAME) + "'",
                        "'authors': " + names(Article.MAX_LIST),
                        "'tags': []",
                        "'published': '2025'",
                        "'published': '2025-12'",
                        "'published': '2025-01-31'",
                        "'published': '2024-02-29'",
                        "'published': '2025-09-30T10:00:00Z'",
                        "'rank': 2147483647")
                .map(ShippedCorpusTest::recordWith);
    }

    /** A record that is good but for what this member may break. */
    private static String recordWith(String member) {
        String title = member.startsWith("'title'") ? "" : "'title': 'T', ";
        String summary = member.startsWith("'summary'") ? "" : "'summary': 'S', ";
        return json("{" + title + summary + member + "}");
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    private static String names(int count) {
        return Stream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i -> "'n" + i + "'")
                .toList()
                .toString();
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(CORPUS.resolve("article.schema.json")), InputFormat.JSON);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(ARTICLES)) {
            return files.sorted().toList();
        }
    }

    private static List<Entry> entries() {
        return read(ARTICLES.toString(), InputStream.nullInputStream());
    }

    private static List<Entry.Accepted> accepted() {
        return entries().stream().map(Entry.Accepted.class::cast).toList();
    }

    private static List<Article> articles() {
        List<Article> articles =
                accepted().stream().map(Entry.Accepted::article).toList();
        assertThat(articles).hasSizeGreaterThanOrEqualTo(FEWEST);
        return articles;
    }

    private static String publication(Entry.Accepted entry) {
        return entry.origin().file().replaceFirst(".*/", "").replace(".jsonl", "");
    }

    private static void isFaultless(Entry entry) {
        assertThat(entry)
                .isInstanceOfSatisfying(
                        Entry.Accepted.class,
                        accepted -> assertThat(accepted.warnings())
                                .as("%s", accepted.place())
                                .isEmpty());
    }

    private static boolean isFaultless(String json) {
        List<Entry> read = read(json);
        return read.size() == 2
                && read.stream()
                        .allMatch(entry -> entry instanceof Entry.Accepted accepted
                                && accepted.warnings().isEmpty());
    }

    /** Behind a record that makes it JSON Lines whatever it is itself. */
    private static List<Entry> read(String json) {
        String lines = "{\"title\": \"first\", \"summary\": \"S\"}\n" + json;
        return read("-", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }

    /** What became of records; that a file has ended is none. */
    private static List<Entry> read(String path, InputStream standardInput) {
        List<Entry> entries = new ArrayList<>();
        CorpusReader.of(List.of(path), standardInput, CorpusOptions.NONE).read(entry -> {
            if (!(entry instanceof Entry.Ended)) {
                entries.add(entry);
            }
        });
        return entries;
    }
}
