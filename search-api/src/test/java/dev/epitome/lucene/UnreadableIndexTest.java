package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.engine.PlanningEngine;
import dev.epitome.index.IndexDirectory;
import dev.epitome.index.PublishCheck;
import dev.epitome.index.Reindex;
import dev.epitome.search.HealthCheck;
import dev.epitome.search.JsonLines;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.TestArticle;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An index of which something cannot be read, at any moment and for any reason. */
final class UnreadableIndexTest {

    @TempDir
    private Path folder;

    static Stream<FailingDirectory.Failure> failures() {
        return Stream.of(
                () -> {
                    throw new IOException("the disk is gone");
                },
                () -> {
                    throw new OutOfMemoryError("made up");
                },
                () -> {
                    throw new StackOverflowError("made up");
                },
                () -> {
                    throw new IllegalStateException("made up");
                });
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whicheverReadOfANewCommitFailsTheOldOneAnswersUntilTheNextLook(FailingDirectory.Failure failure)
            throws IOException {
        int looks = 0;
        for (boolean failed = true; failed; looks += 1 + looks / 4) {
            try (Directory memory = new ByteBuffersDirectory()) {
                build(memory, "old", 3);
                FailingDirectory directory = new FailingDirectory(memory);
                CommittedIndex index =
                        CommittedIndex.opened(directory, "memory", SearchSettings.DEFAULT, System::nanoTime);
                SearchEngine engine = new PlanningEngine(index, SearchSettings.DEFAULT.profile());
                index.look();
                build(memory, "new", 4);
                directory.failAt(looks, failure);
                index.look();
                failed = directory.hasFailed();
                directory.failNever();
                assertThat(found(engine, "old", "new"))
                        .as("read %d failed", looks)
                        .isIn(3L, 4L);
                index.look();
                index.look();
                assertThat(found(engine, "new"))
                        .as("after read %d failed", looks)
                        .isEqualTo(4);
                assertThat(engine.health()).allMatch(check -> check.failure().isEmpty());
                engine.close();
            }
        }
        assertThat(looks).as("reads of a refresh").isGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whicheverReadOfAnOpeningFailsItIsRefusedAndLeavesNothingOpen(FailingDirectory.Failure failure)
            throws IOException {
        int opened = 0;
        for (boolean failed = true; failed; opened += 1 + opened / 4) {
            try (Directory memory = new ByteBuffersDirectory()) {
                build(memory, "some", 3);
                FailingDirectory directory = new FailingDirectory(memory);
                directory.failAt(opened, failure);
                try (SearchEngine engine = LuceneSearch.open(directory, SearchSettings.DEFAULT)) {
                    failed = directory.hasFailed();
                    directory.failNever();
                    assertThat(found(engine, "some")).isEqualTo(3);
                } catch (EpitomeException | IllegalStateException | Error e) {
                    assertThat(directory.hasFailed()).isTrue();
                    assertThat(directory.isClosed())
                            .as("closed by who took it over")
                            .isTrue();
                }
                assertThat(directory.open())
                        .as("files left open by read %d", opened)
                        .isEmpty();
            }
        }
        assertThat(opened).as("reads of an opening").isGreaterThan(20);
    }

    @Test
    void aSearchThatCannotReadMakesTheIndexUnreadyAndTheNextLookOpensItAnew() throws IOException {
        try (Directory memory = new ByteBuffersDirectory()) {
            build(memory, "harbour", 3);
            FailingDirectory directory = new FailingDirectory(memory);
            CommittedIndex index = CommittedIndex.opened(directory, "memory", SearchSettings.DEFAULT, System::nanoTime);
            try (SearchEngine engine = new PlanningEngine(index, SearchSettings.DEFAULT.profile())) {
                directory.failAt(0, () -> {
                    throw new IOException("the disk is gone");
                });
                assertThatThrownBy(() -> engine.search(SearchRequest.of("harbour")))
                        .isInstanceOfSatisfying(
                                EpitomeException.class,
                                e -> assertThat(e.kind()).isEqualTo(Kind.IO));
                directory.failAlways(() -> {
                    throw new IOException("the disk is gone");
                });
                index.look();
                assertThat(checks(engine)).containsExactly("search failing", "refresh failing");
                assertThat(engine.health()).anyMatch(HealthCheck::preventsAnswers);
                directory.failNever();
                index.look();
                index.look();
                assertThat(checks(engine)).containsExactly("search ok", "refresh ok");
                assertThat(found(engine, "harbour")).isEqualTo(3);
            }
        }
    }

    @Test
    void cursorsOfACommitThatWasOpenedAnewOutliveIt() throws IOException {
        try (Directory memory = new ByteBuffersDirectory()) {
            build(memory, "harbour", 30);
            AtomicLong nanos = new AtomicLong();
            FailingDirectory directory = new FailingDirectory(memory);
            CommittedIndex index = CommittedIndex.opened(directory, "memory", SearchSettings.DEFAULT, nanos::get);
            try (SearchEngine engine = new PlanningEngine(index, SearchSettings.DEFAULT.profile())) {
                SearchRequest request = SearchRequest.of("harbour").withLimit(5);
                SearchResult first = engine.search(request);
                directory.failAt(0, () -> {
                    throw new IOException("a bad moment");
                });
                assertThatThrownBy(() -> engine.search(request)).isInstanceOf(EpitomeException.class);
                index.look();
                assertThat(engine.search(SearchRequest.of("harbour").withLimit(0))
                                .index())
                        .isEqualTo(first.index());
                nanos.addAndGet(
                        RetainedCommits.LONGEST.toNanos() + 1); // What it was opened as before is kept no longer.
                index.look();
                build(memory, "lighthouse", 3);
                index.look();
                index.look();
                assertThat(engine.search(request.withCursor(first.next().orElseThrow()))
                                .hits())
                        .hasSize(5);
            }
        }
    }

    @Test
    void whatIsDecodedToNonsenseIsTriedAgainAtOnce() throws IOException {
        try (Directory memory = new ByteBuffersDirectory()) {
            build(memory, "harbour", 3);
            FailingDirectory directory = new FailingDirectory(memory);
            CommittedIndex index = CommittedIndex.opened(directory, "memory", SearchSettings.DEFAULT, System::nanoTime);
            try (SearchEngine engine = new PlanningEngine(index, SearchSettings.DEFAULT.profile())) {
                index.look();
                directory.failAlways(() -> {
                    throw new ArrayIndexOutOfBoundsException("made up");
                });
                assertThatThrownBy(() -> engine.search(SearchRequest.of("harbour")))
                        .isInstanceOf(ArrayIndexOutOfBoundsException.class);
                index.look();
                assertThat(engine.health()).anyMatch(HealthCheck::preventsAnswers);
                directory.failNever();
                index.look();
                index.look();
                assertThat(checks(engine)).containsExactly("search ok", "refresh ok");
            }
        }
    }

    @Test
    void filesThatBecameShorterAreNoticedAndARebuildMendsThem() throws IOException {
        Path path = folder.resolve("index");
        Rebuild.of(path, many("harbour", 400));
        Path lines = folder.resolve("new.jsonl");
        JsonLines.write(lines, many("harbour", 3));
        CommittedIndex index = CommittedIndex.opened(
                IndexDirectory.openForReading(path), path.toString(), SearchSettings.DEFAULT, System::nanoTime);
        try (SearchEngine engine = new PlanningEngine(index, SearchSettings.DEFAULT.profile())) {
            cutAll(path);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 400; i++) {
                            engine.search(SearchRequest.of("harbour" + i + " boats"));
                        }
                    })
                    .isInstanceOfSatisfying(
                            EpitomeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.IO));
            index.look();
            assertThat(engine.health()).anyMatch(HealthCheck::preventsAnswers);
            CorpusReader corpus = CorpusReader.of(List.of(lines.toString()));
            Reindex.of(corpus).checkedBy(PublishCheck.NONE).replacingDamaged().into(path);
            index.look();
            index.look();
            assertThat(engine.health()).noneMatch(HealthCheck::preventsAnswers);
            assertThat(found(engine, "harbour")).isEqualTo(3);
        }
    }

    @Test
    void aBrokenCommitBesideAGoodOneIsPassedOverWhenOpening() throws IOException {
        Path path = folder.resolve("index");
        Rebuild.of(path, many("harbour", 3));
        Files.writeString(path.resolve("segments_zz"), "no commit at all");
        try (SearchEngine engine = LuceneSearch.open(path)) {
            assertThat(found(engine, "harbour")).isEqualTo(3);
        }
    }

    @Test
    void aChangedByteIsFoundInTheBackgroundAndARebuildMendsIt() throws Exception {
        Path path = folder.resolve("index");
        Rebuild.of(path, many("harbour", 30));
        Path segment;
        try (Stream<Path> files = Files.list(path)) {
            segment = files.filter(file -> file.toString().endsWith(".cfs"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(segment);
        try (SearchEngine engine = openedWithAChangedByte(path, segment, bytes)) {
            Eventually.within(
                    Duration.ofSeconds(20),
                    "the damage is found",
                    () -> checks(engine).contains("verification failing"));
            assertThat(engine.health()).noneMatch(HealthCheck::preventsAnswers);
            Rebuild.of(path, many("harbour", 31));
            Eventually.within(
                    Duration.ofSeconds(20),
                    "the new index is sound",
                    () -> checks(engine).contains("verification ok"));
        }
    }

    /** Which parts of the file lie in its middle is a matter of chance, and some of them are read by opening it. */
    private static SearchEngine openedWithAChangedByte(Path path, Path segment, byte[] bytes) throws IOException {
        for (int at = bytes.length / 2; at < bytes.length; at++) {
            bytes[at] ^= 1;
            Files.write(segment, bytes);
            try {
                return LuceneSearch.open(path, SearchSettings.DEFAULT.verifiedAt(64 << 20));
            } catch (EpitomeException e) {
                bytes[at] ^= 1;
            }
        }
        throw new IllegalStateException("each byte is read when the index is opened");
    }

    private static void build(Directory directory, String word, int articles) {
        Reindex.of(many(word, articles).stream()).checkedBy(PublishCheck.NONE).into(directory);
    }

    private static List<Article> many(String word, int articles) {
        return articles(IntStream.range(0, articles)
                .mapToObj(i -> article(word + i)
                        .titled(word + " " + word + i)
                        .saying("boats, " + "and more boats ".repeat(i % 50)))
                .toArray(TestArticle[]::new));
    }

    private static long found(SearchEngine engine, String... words) {
        return engine.search(SearchRequest.of(String.join(" OR ", words)))
                .total()
                .value();
    }

    private static List<String> checks(SearchEngine engine) {
        return engine.health().stream()
                .map(check -> check.name() + (check.failure().isPresent() ? " failing" : " ok"))
                .toList();
    }

    private static void cutAll(Path index) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(index)) {
            all.filter(file -> !file.getFileName().toString().startsWith("segments"))
                    .forEach(files::add);
        }
        for (Path file : files) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
        }
    }
}
