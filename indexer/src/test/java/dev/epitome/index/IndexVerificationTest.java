package dev.epitome.index;

import static dev.epitome.index.TestIndex.NOW;
import static dev.epitome.index.TestIndex.article;
import static dev.epitome.index.TestIndex.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.index.IndexVerification.Ending;
import dev.epitome.index.IndexVerification.Finding;
import dev.epitome.index.IndexVerification.Pace;
import dev.epitome.index.IndexVerification.Result;
import dev.epitome.ranking.RankingProfile.FieldWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IndexVerificationTest {

    private final Directory directory = new ByteBuffersDirectory();

    @BeforeEach
    void build() {
        publish(directory, many("Title"));
    }

    @Test
    void whatWasWrittenIsSound() throws IOException {
        Result result = IndexVerification.ofNewest(directory, Pace.UNBOUNDED);
        assertThat(result.findings()).isEmpty();
        assertThat(result.isSound()).isTrue();
        assertThat(result.articles()).isEqualTo(300);
        SegmentInfos infos = SegmentInfos.readLatestCommit(directory);
        assertThat(result.files()).isEqualTo(infos.files(true).size());
        long bytes = 0;
        for (String name : infos.files(true)) {
            bytes += directory.fileLength(name);
        }
        assertThat(result.bytes()).isEqualTo(bytes);
        assertThat(result.commit()).hasSize(32);
    }

    @Test
    void everyFileThatIsMissingIsNamed() throws IOException {
        for (String name : SegmentInfos.readLatestCommit(directory).files(false)) {
            try (Directory copy = copy()) {
                copy.deleteFile(name);
                assertThat(IndexVerification.ofNewest(copy, Pace.UNBOUNDED).findings())
                        .as(name)
                        .isNotEmpty()
                        .anyMatch(finding -> finding.toString().contains(name));
            }
        }
    }

    @Test
    void everyFileIsReadToItsLastByte() throws IOException {
        for (String name : SegmentInfos.readLatestCommit(directory).files(true)) {
            long length = directory.fileLength(name);
            for (long at : new long[] {0, length / 3, length - 1}) {
                try (Directory copy = copy()) {
                    flip(copy, name, at);
                    Result result = IndexVerification.ofNewest(copy, Pace.UNBOUNDED);
                    assertThat(result.isSound()).as("%s at %d", name, at).isFalse();
                    assertThat(result.findings()).extracting(Finding::file).contains(name);
                }
            }
        }
    }

    @Test
    void articlesThatAreNotThoseThatTheCommitNamesAreFound() throws IOException {
        Article one = article("a", "Envoy");
        assertThat(findings(1, one, "a", "a", one)).isEmpty();
        assertThat(findings(2, one, "a", "a", one)).singleElement().asString().contains("names 2 articles");
        assertThat(findings(1, one, "a", "a", article("a", "Finch")))
                .singleElement()
                .asString()
                .contains("fingerprint");
        assertThat(findings(1, one, "b", "a", one)).singleElement().asString().contains("not found by its id a");
        assertThat(findings(1, one, "b", "b", one)).singleElement().asString().contains("says that it is a");
    }

    /** An index that says it has such articles, and has others. */
    private static List<Finding> findings(long articles, Article article, String term, String id, Article named)
            throws IOException {
        try (Directory index = new ByteBuffersDirectory();
                Directory other = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(index, new IndexWriterConfig(null))) {
            Document document = new Document();
            document.add(new StringField(IndexFields.ID, term, Store.NO));
            document.add(new SortedDocValuesField(IndexFields.ID, new BytesRef(id)));
            document.add(new BinaryDocValuesField(
                    IndexFields.ARTICLE, ArticleCodec.encode(article, new WordPacker(Wordbook.EMPTY))));
            document.add(new SortedDocValuesField(IndexFields.ORIGIN, ArticleCodec.encode(TestIndex.origin())));
            document.add(new NumericDocValuesField(IndexFields.ORIGIN_NUMBER, 1));
            writer.addDocument(document);
            Optional<String> content = publish(other, named).content();
            writer.setLiveCommitData(new IndexInfo(
                            articles, "abc", content, NOW, Optional.empty(), FieldWeights.DEFAULT, Optional.empty())
                    .toUserData()
                    .entrySet());
            writer.commit();
            return IndexVerification.ofNewest(index, Pace.UNBOUNDED).findings();
        }
    }

    @Test
    void whereThereIsNoIndexThereIsNothingToCheck() throws IOException {
        try (Directory empty = new ByteBuffersDirectory()) {
            assertThat(catchThrowableOfType(
                            EpitomeException.class, () -> IndexVerification.ofNewest(empty, Pace.UNBOUNDED)))
                    .returns(Kind.INDEX_MISSING, EpitomeException::kind);
        }
    }

    /** Its reader has what is gone open, but the check asks the directory. */
    @Test
    void aCommitThatARebuildTookThePlaceOfIsSupersededAndNotDamaged() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            assertThat(IndexVerification.of(reader, Pace.UNBOUNDED).isSound()).isTrue();
            List<Long> pieces = new ArrayList<>();
            Result result = IndexVerification.of(reader, bytes -> {
                if (pieces.isEmpty()) {
                    publish(directory, many("Other"));
                }
                return pieces.add(bytes);
            });
            assertThat(result.ending()).isEqualTo(Ending.SUPERSEDED);
            assertThat(result.findings()).isEmpty();
            assertThat(result.isSound()).isFalse();
        }
    }

    @Test
    void itEndsWhenItIsToldTo() {
        AtomicLong pieces = new AtomicLong();
        Result whole = IndexVerification.ofNewest(directory, bytes -> pieces.incrementAndGet() > 0);
        assertThat(whole.isSound()).isTrue();
        for (long most : new long[] {0, 1, pieces.get() / 2, pieces.get() - 1}) {
            AtomicLong left = new AtomicLong(most);
            Result result = IndexVerification.ofNewest(directory, bytes -> left.getAndDecrement() > 0);
            assertThat(result.ending()).as("after %d pieces", most).isEqualTo(Ending.CANCELLED);
            assertThat(result.findings()).isEmpty();
            assertThat(left.get()).as("asked no more").isEqualTo(-1);
        }
    }

    @Test
    void itReadsNoFasterThanItMay() {
        AtomicLong now = new AtomicLong(1_000);
        AtomicLong read = new AtomicLong();
        Pace pace = new BoundedPace(1_000, now::get, now::addAndGet);
        Result result = IndexVerification.ofNewest(directory, bytes -> {
            read.addAndGet(bytes);
            return pace.goOn(bytes);
        });
        assertThat(result.isSound()).isTrue();
        assertThat(read.get()).isGreaterThan(20_000);
        assertThat((now.get() - 1_000) / 1e9).isBetween(read.get() / 1_000.0 - 1, read.get() / 1_000.0 + 1);
    }

    @Test
    void anInterruptionEndsIt() {
        Pace pace = new BoundedPace(1, () -> 0, nanos -> {
            throw new InterruptedException();
        });
        assertThat(IndexVerification.ofNewest(directory, pace).ending()).isEqualTo(Ending.CANCELLED);
        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    }

    @Test
    void whatPassedIsKeptBesideTheIndexAndARebuildDoesNotMindIt(@TempDir Path index) throws IOException {
        assertThat(LastVerification.read(index)).isEmpty();
        Reindex.of(List.of(many("Title")).stream()).into(index);
        String commit;
        try (Directory files = IndexDirectory.openForReading(index)) {
            commit = IndexVerification.ofNewest(files, Pace.UNBOUNDED).commit();
        }
        LastVerification passed = new LastVerification(commit, NOW);
        passed.write(index);
        assertThat(LastVerification.read(index)).contains(passed);
        assertThat(passed.isOfNewest(index)).isTrue();
        assertThat(Reindex.of(List.of(many("Other")).stream()).into(index).published())
                .isPresent();
        assertThat(LastVerification.read(index)).contains(passed);
        assertThat(passed.isOfNewest(index)).isFalse();
        Files.writeString(index.resolve("epitome-verified"), "nonsense\n\n\n");
        assertThat(LastVerification.read(index)).isEmpty();
    }

    private static Article[] many(String title) {
        return IntStream.range(0, 300)
                .mapToObj(i -> article("id-" + i, title + " " + i))
                .toArray(Article[]::new);
    }

    private Directory copy() throws IOException {
        Directory copy = new ByteBuffersDirectory();
        for (String name : directory.listAll()) {
            copy.copyFrom(directory, name, name, IOContext.DEFAULT);
        }
        return copy;
    }

    private static void flip(Directory directory, String name, long at) throws IOException {
        byte[] bytes;
        try (IndexInput in = directory.openInput(name, IOContext.READONCE)) {
            bytes = new byte[(int) in.length()];
            in.readBytes(bytes, 0, bytes.length);
        }
        bytes[(int) at] ^= 0x10;
        directory.deleteFile(name);
        try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
            out.writeBytes(bytes, bytes.length);
        }
    }
}
