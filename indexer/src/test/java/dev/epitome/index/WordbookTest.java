package dev.epitome.index;

import static dev.epitome.index.TestIndex.articles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.epitome.article.Article;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that the articles of an index are written by. */
final class WordbookTest {

    private static final List<String> SAMPLE = IntStream.range(0, 400)
            .mapToObj(i -> "In this paper, we propose a method of kind " + i % 37 + " for caching in Kafka clusters.")
            .toList();

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a", "In this paper, we propose Zyzzyva", "世界 🚀 Ελληνικά", "In this papyrus", "\0\1\2"
            })
    void anyTextComesBackTheSame(String text) throws IOException {
        assertThat(unpacked(WordbookTraining.learn(SAMPLE), text)).isEqualTo(text);
        assertThat(unpacked(Wordbook.EMPTY, text)).isEqualTo(text);
    }

    @Test
    void soDoesRandomTextByABookOfRandomText() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> texts = IntStream.range(0, 300)
                .mapToObj(i -> random.ints(random.nextInt(200), 32, random.nextBoolean() ? 0x7F : 0xD7FF)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .toList();
        Wordbook book = WordbookTraining.learn(texts.subList(0, 150));
        for (String text : texts) {
            assertThat(unpacked(book, text)).as("seed " + seed).isEqualTo(text);
        }
    }

    @Test
    void anyBytesAreReadAsJavaReadsThem() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[][] pieces = {
            {'a'},
            {' '},
            {(byte) 0xC3, (byte) 0xA9},
            {(byte) 0xE2, (byte) 0x80, (byte) 0x99},
            {(byte) 0x80},
            {(byte) 0xC0, (byte) 0x80},
            {(byte) 0xE0, (byte) 0x80, (byte) 0x80},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xF0, (byte) 0x9F, (byte) 0x9A, (byte) 0x80},
            {(byte) 0xE2},
            {(byte) 0xC3},
            {(byte) 0xFF}
        };
        for (int round = 0; round < 2_000; round++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] packed = new byte[1_000];
            int end = 0;
            for (int i = random.nextInt(40); i >= 0; i--) {
                for (byte one : pieces[random.nextInt(random.nextBoolean() ? 4 : pieces.length)]) {
                    bytes.write(one);
                    end = Wordbook.put(one & 0xFF, packed, end);
                }
            }
            assertThat(Wordbook.EMPTY.new Reading().text(packed, 0, end))
                    .as("seed " + seed)
                    .isEqualTo(bytes.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aBookComesBackTheSame() throws IOException {
        Wordbook book = WordbookTraining.learn(SAMPLE);
        Wordbook read = Wordbook.read(book.written());
        assertThat(read.written()).isEqualTo(book.written());
        assertThat(new WordPacker(read).pack(SAMPLE.getFirst()))
                .isEqualTo(new WordPacker(book).pack(SAMPLE.getFirst()));
    }

    @Test
    void aBookThatGrowsReadsWhatWasWrittenByItBefore() throws IOException {
        Wordbook few = WordbookTraining.learn(SAMPLE.subList(0, 3)).learnedFrom(3);
        Wordbook grown = few.with(WordbookTraining.learn(SAMPLE));
        assertThat(grown.size()).isGreaterThan(few.size() + 20);
        for (String text : SAMPLE) {
            byte[] before = new WordPacker(few).pack(text);
            assertThat(grown.new Reading().text(before, 0, before.length)).isEqualTo(text);
            assertThat(unpacked(grown, text)).isEqualTo(text);
            assertThat(new WordPacker(grown).pack(text).length).isLessThan(before.length);
        }
    }

    @Test
    void aBookIsOutgrownByTenTimesAsManyArticlesAndAtLeastSomeHundred() throws IOException {
        Wordbook book =
                Wordbook.read(WordbookTraining.learn(SAMPLE).learnedFrom(7).written());
        assertThat(book.isOutgrownBy(299)).isFalse();
        assertThat(book.isOutgrownBy(300)).isTrue();
        assertThat(book.learnedFrom(1_000).isOutgrownBy(9_999)).isFalse();
        assertThat(book.learnedFrom(1_000).isOutgrownBy(10_000)).isTrue();
        assertThat(Wordbook.read(WordbookTraining.learn(SAMPLE).written()).isOutgrownBy(Long.MAX_VALUE))
                .as("learned from enough")
                .isFalse();
    }

    @Test
    void theSameTextsMakeTheSameBook() {
        assertThat(WordbookTraining.learn(SAMPLE).written())
                .isEqualTo(WordbookTraining.learn(new ArrayList<>(SAMPLE)).written());
    }

    /** Codes of one, two and three bytes, at their bounds. */
    @Test
    void aBookMayBeAsLargeAsItsCodesReach() throws IOException {
        List<byte[]> words = new ArrayList<>();
        for (int word = 0; word < Wordbook.MOST; word++) {
            words.add(
                    word < 256
                            ? new byte[] {(byte) word}
                            : new byte[] {'w', (byte) (word >>> 16), (byte) (word >>> 8), (byte) word});
        }
        Wordbook book = new Wordbook(words);
        byte[] packed = new byte[3];
        for (int word : new int[] {0, 65, 97, 122}) {
            int end = Wordbook.put(word, packed, 0);
            assertThat(book.new Reading().text(packed, 0, end)).isEqualTo(String.valueOf((char) word));
        }
        for (int word : new int[] {'w' << 8, Wordbook.MOST - 1, 24_479, 24_480, 24_481}) {
            int end = Wordbook.put(word, packed, 0);
            assertThat(end).isEqualTo(word < 24_480 ? 2 : 3);
            assertThat(book.new Reading().text(packed, 0, end)).startsWith("w");
        }
    }

    @Test
    void whatIsOfAnotherBookIsNoTextAndNoCrash() throws IOException {
        byte[] packed = new WordPacker(WordbookTraining.learn(SAMPLE)).pack("In this paper, we propose");
        byte[] beyond = {(byte) 255, (byte) 255, (byte) 255};
        assertThat(catchThrowable(() -> Wordbook.EMPTY.new Reading().text(beyond, 0, 3)))
                .isInstanceOf(IOException.class);
        assertThat(catchThrowable(() -> Wordbook.EMPTY.new Reading().text(new byte[] {(byte) 255}, 0, 1)))
                .isInstanceOf(IOException.class);
        assertThat(packed.length).isLessThan(15);
    }

    /** Each word of ordinary text costs little more than a byte. */
    @Test
    void textsLikeThoseOfTheSampleTakeAThirdOrLess() {
        WordPacker packer = new WordPacker(WordbookTraining.learn(SAMPLE));
        int plain = 0;
        int packed = 0;
        for (String text : SAMPLE) {
            plain += text.length();
            packed += packer.pack(text).length;
        }
        assertThat(packed).isLessThan(plain / 3);
    }

    @Test
    void anIndexIsReadByItsOwnBookAlsoWhereTheFirstAndTheLastArticleWereReplaced() throws IOException {
        Article[] all = IntStream.range(0, 50)
                .mapToObj(i -> TestIndex.article("a" + i % 20, SAMPLE.get(i)))
                .toArray(Article[]::new);
        try (Directory directory = new ByteBuffersDirectory()) {
            TestIndex.publish(directory, all);
            assertThat(articles(directory)).hasSize(20).contains(all[49], all[30]);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                assertThat(Wordbook.of(reader).size()).isGreaterThan(256);
            }
        }
    }

    private static String unpacked(Wordbook book, String text) throws IOException {
        byte[] packed = new WordPacker(book).pack(text);
        return book.new Reading().text(packed, 0, packed.length);
    }
}
