package dev.epitome.index;

import static dev.epitome.index.IndexBackupTest.many;
import static dev.epitome.index.TestIndex.publish;
import static dev.epitome.index.TestIndex.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.junit.jupiter.api.Test;

final class HeldCommitTest {

    private final Directory directory = new ByteBuffersDirectory();

    @Test
    void whatIsHeldIsReadAlthoughANewerCommitDeletedIt() throws IOException {
        publish(directory, many("Old", 30));
        try (HeldCommit held = HeldCommit.newest(directory)) {
            publish(directory, many("New", 30));
            assertThat(directory.listAll()).doesNotContain(held.listAll());
            assertThat(titles(held)).hasSize(30).allMatch(title -> title.startsWith("Old "));
            assertThat(held.articles()).isEqualTo(30);
        }
        assertThat(titles(directory)).as("its directory stays open").hasSize(30);
    }

    @Test
    void whereFilesGoBeforeTheyAreOpenedItBeginsAgainWithTheNewest() throws IOException {
        publish(directory, many("Old", 30));
        Publishing busy = new Publishing(directory, 5);
        try (HeldCommit held = HeldCommit.newest(busy)) {
            assertThat(titles(held)).allMatch(title -> title.startsWith("New 1 "));
        }
        assertThat(busy.left).isZero();
    }

    @Test
    void whereTheyAlwaysDoItEnds() {
        publish(directory, many("Old", 30));
        Publishing busy = new Publishing(directory, Integer.MAX_VALUE);
        assertThat(kindOfFailure(busy)).isEqualTo(Kind.INDEX_DAMAGED);
        assertThat(busy.left).isGreaterThan(Integer.MAX_VALUE - 50);
    }

    @Test
    void aFileThatIsMissingForGoodIsADamage() throws IOException {
        publish(directory, many("Old", 30));
        directory.deleteFile(Stream.of(directory.listAll())
                .filter(name -> name.endsWith(".cfs"))
                .findFirst()
                .orElseThrow());
        assertThat(kindOfFailure(directory)).isEqualTo(Kind.INDEX_DAMAGED);
    }

    private static Kind kindOfFailure(Directory directory) {
        return catchThrowableOfType(EpitomeException.class, () -> HeldCommit.newest(directory))
                .kind();
    }

    /** Whenever one is about to open a segment, another publishes, for so many times. */
    private static final class Publishing extends FilterDirectory {

        private int left;

        Publishing(Directory in, int times) {
            super(in);
            this.left = times;
        }

        @Override
        public IndexInput openInput(String name, IOContext context) throws IOException {
            if (left > 0 && name.endsWith(".cfs")) {
                publish(in, many("New " + left--, 30));
            }
            return in.openInput(name, context);
        }
    }
}
