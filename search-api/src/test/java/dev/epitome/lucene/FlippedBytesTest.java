package dev.epitome.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.IndexVerification;
import dev.epitome.index.IndexVerification.Pace;
import dev.epitome.index.Reindex;
import dev.epitome.quality.GoldenSet;
import dev.epitome.search.Hit;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What a disk changes by itself is found, or changes no answer. */
@EnabledIf("isShipped")
final class FlippedBytesTest {

    private static final Path CORPUS = Path.of("..", "corpus");
    private static final int FLIPS = Integer.getInteger("test.flips", 300);

    private final Directory index = new ByteBuffersDirectory();
    private final Map<String, byte[]> files = new TreeMap<>();

    static boolean isShipped() {
        return Files.exists(CORPUS.resolve("articles"));
    }

    @BeforeEach
    void build() throws IOException {
        Reindex.of(CorpusReader.of(List.of(CORPUS.resolve("articles").toString())))
                .into(index);
        for (String name : index.listAll()) {
            try (IndexInput in = index.openInput(name, IOContext.READONCE)) {
                byte[] bytes = new byte[(int) in.length()];
                in.readBytes(bytes, 0, bytes.length);
                files.put(name, bytes);
            }
        }
    }

    @Test
    void eachIsFoundOrHarmlessToEveryGoldenAnswer() {
        assertThat(IndexVerification.ofNewest(index, Pace.UNBOUNDED).isSound()).isTrue();
        Map<String, List<String>> answers = answers(index);
        assertThat(answers).hasSizeGreaterThan(400);
        Seeds.runs(FLIPS, random -> {
            String name = List.copyOf(files.keySet()).get(random.nextInt(files.size()));
            try (Directory flipped = flipped(name, random)) {
                if (IndexVerification.ofNewest(flipped, Pace.UNBOUNDED).isSound()) {
                    assertThat(answers(flipped)).as("a byte of " + name).isEqualTo(answers);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Every file is as likely as any other, however small it is. */
    private Directory flipped(String name, Random random) throws IOException {
        Directory copy = new ByteBuffersDirectory();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] bytes = file.getValue().clone();
            if (file.getKey().equals(name)) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            }
            try (IndexOutput out = copy.createOutput(file.getKey(), IOContext.DEFAULT)) {
                out.writeBytes(bytes, bytes.length);
            }
        }
        return copy;
    }

    /** The hits of each golden query, with their scores. */
    private static Map<String, List<String>> answers(Directory directory) {
        try (SearchEngine engine = LuceneSearch.open(unclosed(directory), SearchSettings.DEFAULT)) {
            return GoldenSet.read(CORPUS.resolve("golden")).topics().stream()
                    .collect(Collectors.toMap(
                            topic -> topic.id(),
                            topic -> engine.search(SearchRequest.of(topic.query())).hits().stream()
                                    .map(FlippedBytesTest::hit)
                                    .toList()));
        }
    }

    private static String hit(Hit hit) {
        return hit.article() + " " + hit.score();
    }

    /** The engine closes what it is given. */
    private static Directory unclosed(Directory directory) {
        return new FilterDirectory(directory) {
            @Override
            public void close() {}
        };
    }
}
