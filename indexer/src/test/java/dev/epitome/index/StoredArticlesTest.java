package dev.epitome.index;

import static dev.epitome.index.TestIndex.NOW;
import static dev.epitome.index.TestIndex.article;
import static dev.epitome.index.TestIndex.publish;
import static java.util.function.Function.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.article.PublicationDate;
import dev.epitome.article.PublicationDate.Precision;
import dev.epitome.corpus.CorpusReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an index holds comes out of it, and goes into another, the same. */
final class StoredArticlesTest {

    /** What formats, terminals and readers of files are led astray by. */
    private static final List<String> PIECES = List.of(
            "\"",
            "\\",
            "\n",
            "\r\n",
            "\t",
            "\0",
            "\u001B[31m",
            "\u202Eevil\u202C",
            "\u2028",
            "\uFEFF",
            "\u200D",
            "👩‍💻",
            "\uDC00",
            "\uD800",
            "<b>bold</b>",
            "&amp;",
            "{\"epitome\":\"export\"}",
            ", ",
            ";",
            " and ",
            "by Ann",
            "https://a.example/x?utm_source=y",
            "null",
            "n/a",
            "0",
            "C++",
            "Größe",
            "你好",
            "\uDB40\uDC01",
            "  ",
            "\u00AD",
            "\u0085",
            "[1]",
            "---",
            "word");

    private static final List<Precision> PRECISIONS = List.of(Precision.values());

    @TempDir
    private Path folder;

    @Test
    void theNewestComeFirstThoseWithoutADateLastAndEqualsByTheirId() {
        Directory directory = new ByteBuffersDirectory();
        publish(directory, dated("b", 2025), dated("a", 2025), article("c", "Undated"), dated("d", 2026));
        assertThat(ids(directory)).containsExactly("d", "a", "b", "c");
    }

    /** Writing one by one leaves several segments, and documents that are deleted. */
    @Test
    void theSameArticlesGiveTheSameLinesWhateverSegmentsTheyAreIn() throws IOException {
        long seed = System.nanoTime();
        List<Article> articles = hostile(new Random(seed), 80);
        Directory whole = new ByteBuffersDirectory();
        publish(whole, articles.toArray(Article[]::new));
        Directory scattered = new ByteBuffersDirectory();
        List<Article> before = new ArrayList<>(articles.subList(0, 59));
        before.add(article(articles.get(59).id(), "To be replaced"));
        publish(scattered, before.toArray(Article[]::new));
        ScatteredIndex.add(scattered, articles.subList(59, 70));
        ScatteredIndex.add(scattered, articles.subList(70, 80));
        try (DirectoryReader reader = DirectoryReader.open(scattered)) {
            assertThat(reader.leaves()).hasSize(3);
            assertThat(reader.numDeletedDocs()).isPositive();
        }
        assertThat(lines(scattered)).as("seed %d", seed).isEqualTo(lines(whole));
    }

    @Test
    void anExportOfHostileTextMakesTheSameIndex() throws IOException {
        for (int i = 0; i < 20; i++) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            Map<Article, Origin> given = hostile(random, 1 + random.nextInt(60)).stream()
                    .collect(Collectors.toMap(identity(), article -> origin(random)));
            Directory before = new ByteBuffersDirectory();
            IndexInfo info;
            try (ArticleIndexer indexer = ArticleIndexer.create(before, NOW)) {
                given.forEach(indexer::add);
                info = indexer.commit();
            }
            Path export = exported(before);
            assertThat(Files.readString(export).lines().count()).isEqualTo(given.size() + 1);
            Directory after = new ByteBuffersDirectory();
            ReindexReport report =
                    Reindex.of(CorpusReader.of(List.of(export.toString()))).into(after);
            assertThat(report.rejected()).as("seed %d", seed).isZero();
            assertThat(report.replaced()).as("seed %d", seed).isZero();
            assertThat(info(after).content()).as("seed %d", seed).isEqualTo(info.content());
            assertThat(lines(after)).as("seed %d", seed).isEqualTo(lines(before));
        }
    }

    @Test
    void theShippedCorpusComesBackTheSame() {
        Directory before = new ByteBuffersDirectory();
        ReindexReport report = Reindex.of(CorpusReader.of(
                        List.of(Path.of("..", "corpus", "articles").toString())))
                .into(before);
        assertThat(report.accepted()).isGreaterThan(600);
        Directory after = new ByteBuffersDirectory();
        ReindexReport again = Reindex.of(
                        CorpusReader.of(List.of(exported(before).toString())))
                .into(after);
        assertThat(again.accepted()).isEqualTo(report.accepted() - report.replaced());
        assertThat(info(after).content()).isEqualTo(info(before).content());
        assertThat(lines(after)).isEqualTo(lines(before));
    }

    /** An id is made of the address where none is given, and these come with others. */
    @Test
    void idsStayWhateverTheyAre() {
        Directory before = new ByteBuffersDirectory();
        String url = "https://a.example/one";
        publish(
                before,
                Article.titled("One").id("17").url(url).build(),
                Article.titled("One").id("18").url(url).build(),
                Article.titled("One").id(url).build(),
                Article.titled("One").build());
        Directory after = new ByteBuffersDirectory();
        var unused = Reindex.of(CorpusReader.of(List.of(exported(before).toString())))
                .into(after);
        assertThat(ids(after)).isEqualTo(ids(before)).hasSize(4);
    }

    @Test
    void anEmptyIndexHasAHeadAlone() {
        Directory directory = new ByteBuffersDirectory();
        publish(directory);
        assertThat(lines(directory)).containsExactly("{\"epitome\":\"export\",\"version\":1,\"articles\":0}");
    }

    @Test
    void whatIsPublishedMeanwhileIsNotSeen() throws IOException {
        try (Directory directory = FSDirectory.open(folder.resolve("index"))) {
            publish(directory, article("a", "Old"));
            try (StoredArticles articles = StoredArticles.open(folder.resolve("index"))) {
                publish(directory, article("b", "New"), article("c", "New"));
                assertThat(articles.count()).isEqualTo(1);
                assertThat(articles.articles()).extracting(Article::title).containsExactly("Old");
                assertThat(articles.articles()).as("again").hasSize(1);
            }
        }
    }

    @Test
    void anIndexOfAnotherAnalysisIsReadAndOneOfAnotherSchemaIsNot() throws IOException {
        Directory directory = new ByteBuffersDirectory();
        publish(directory, article("a", "Kept"));
        say(directory, "epitome.analyzer", "another");
        assertThat(catchThrowableOfType(EpitomeException.class, () -> info(directory))
                        .kind())
                .isEqualTo(Kind.INDEX_INCOMPATIBLE);
        assertThat(ids(directory)).containsExactly("a");
        say(directory, "epitome.schema", "1");
        assertThat(catchThrowableOfType(EpitomeException.class, () -> StoredArticles.open(directory))
                        .kind())
                .isEqualTo(Kind.INDEX_INCOMPATIBLE);
    }

    private static void say(Directory directory, String key, String value) throws IOException {
        try (IndexWriter writer =
                new IndexWriter(directory, SegmentWriting.config().setOpenMode(OpenMode.APPEND))) {
            Map<String, String> data =
                    new HashMap<>(SegmentInfos.readLatestCommit(directory).getUserData());
            data.put(key, value);
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
        }
    }

    @Test
    void whatIsNoIndexIsRefused() {
        assertThat(kindOf(folder)).isEqualTo(Kind.INDEX_MISSING);
        assertThat(kindOf(folder.resolve("none"))).isEqualTo(Kind.INDEX_MISSING);
    }

    private static Kind kindOf(Path index) {
        return catchThrowableOfType(EpitomeException.class, () -> StoredArticles.open(index))
                .kind();
    }

    private Path exported(Directory directory) {
        try {
            return Files.write(folder.resolve("export.jsonl"), lines(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Directory directory) {
        try (StoredArticles articles = StoredArticles.open(directory)) {
            return articles.lines().toList();
        }
    }

    private static List<String> ids(Directory directory) {
        try (StoredArticles articles = StoredArticles.open(directory)) {
            return articles.articles().map(Article::id).toList();
        }
    }

    private static IndexInfo info(Directory directory) {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return IndexInfo.of(reader.getIndexCommit().getUserData(), "the index");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Article dated(String id, int year) {
        return Article.titled("Of " + year)
                .id(id)
                .published(PublicationDate.ofYear(year))
                .build();
    }

    /** Each with an id of its own. */
    private static List<Article> hostile(Random random, int count) {
        Map<String, Article> articles = new TreeMap<>();
        while (articles.size() < count) {
            Article.Builder builder = Article.titled("T" + text(random, 1 + random.nextInt(20)))
                    .summary(text(random, random.nextInt(60)))
                    .source(text(random, random.nextInt(3)))
                    .type(text(random, random.nextInt(2)))
                    .authors(texts(random))
                    .tags(texts(random));
            if (random.nextBoolean()) {
                builder.id(text(random, 1 + random.nextInt(5)));
            }
            if (random.nextBoolean()) {
                builder.url("https://user@" + random.nextInt(9) + ".example/" + random.nextInt(9));
            }
            if (random.nextInt(3) > 0) {
                Precision precision = PRECISIONS.get(random.nextInt(3));
                LocalDate day = LocalDate.of(random.nextInt(10_000), 1 + random.nextInt(12), 1 + random.nextInt(28));
                builder.published(new PublicationDate(day, precision));
            }
            if (random.nextBoolean()) {
                builder.rank(1 + random.nextInt(Integer.MAX_VALUE));
            }
            Article article = builder.build();
            articles.putIfAbsent(article.id(), article);
        }
        return new ArrayList<>(articles.values());
    }

    private static Origin origin(Random random) {
        return new Origin(
                "in" + text(random, random.nextInt(5)).replaceAll("\\p{Cs}", ""),
                random.nextBoolean() ? Unit.LINE : Unit.ENTRY,
                random.nextInt(1_000),
                random.nextBoolean() ? Optional.empty() : Optional.of("Best of " + random.nextInt(9)),
                random.nextBoolean() ? Optional.empty() : Optional.of(PublicationDate.ofYear(2020)),
                NOW.plusNanos(random.nextInt()));
    }

    private static String text(Random random, int pieces) {
        return IntStream.range(0, pieces)
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    private static List<String> texts(Random random) {
        return Stream.generate(() -> text(random, 1 + random.nextInt(3)))
                .limit(random.nextInt(5))
                .toList();
    }
}
