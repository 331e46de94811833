package dev.epitome.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.article.PublicationDate;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleCodecTest {

    private static final WordPacker PACKER = new WordPacker(Wordbook.EMPTY);

    private static ArticleCodec codec() {
        return new ArticleCodec(PACKER.book());
    }

    @Test
    void anArticleWithAllMembersComesBackTheSame() throws IOException {
        comesBack(Article.titled("How Disney Hotstar Scaled")
                .id("hotstar")
                .summary("EKS, NodePort & 世界 🚀")
                .url("https://example.org/a?b=c#d")
                .source("ByteByteGo")
                .authors(List.of("Alex Xu", "Sahn Lam"))
                .type("article")
                .tags(List.of("eks", "c++"))
                .published(PublicationDate.ofMonth(YearMonth.of(2025, 11)))
                .rank(1)
                .build());
    }

    @Test
    void anArticleWithATitleAloneComesBackTheSame() throws IOException {
        comesBack(Article.titled("T").build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0001-01-01", "2025", "2025-02", "2024-02-29", "9999-12-31"})
    void aDateComesBackAsPreciseAsItWas(String date) throws IOException {
        comesBack(Article.titled("T")
                .published(PublicationDate.parse(date).orElseThrow())
                .build());
    }

    @Test
    void anyArticleComesBackTheSame() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Article article = randomArticle(random);
            assertThat(decoded(article)).as("seed %d, article %d", seed, i).isEqualTo(article);
        }
    }

    @Test
    void bytesAreReadFromTheirOffset() throws IOException {
        Article article = TestIndex.article("a", "T");
        BytesRef bytes = ArticleCodec.encode(article, PACKER);
        byte[] shifted = new byte[bytes.length + 7];
        System.arraycopy(bytes.bytes, bytes.offset, shifted, 7, bytes.length);
        assertThat(codec().decodeArticle(new BytesRef(shifted, 7, bytes.length)))
                .isEqualTo(article);
    }

    @Test
    void theLargestArticleAllowedIsIndexedAndComesBackTheSame() throws IOException {
        Article largest = largest();
        assertThat(ArticleCodec.plain(largest).length).isGreaterThan(400_000);
        try (Directory directory = new ByteBuffersDirectory()) {
            // Twice, so that its bytes are merged too.
            TestIndex.publish(directory, largest, TestIndex.article("other", "T"), largest);
            assertThat(TestIndex.articles(directory)).contains(largest).hasSize(2);
            TestIndex.assertSound(directory);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01T10:00:00Z", "2026-11-01T10:00:00.123456789Z", "1969-12-31T23:59:59.5Z"})
    void anOriginComesBackTheSame(String readAt) throws IOException {
        for (Unit unit : Unit.values()) {
            for (Optional<String> digest : List.of(Optional.<String>empty(), Optional.of("Best of ByteByteGo"))) {
                for (String saved : new String[] {"", "2024-03", "2024-03-15"}) {
                    Origin origin = new Origin(
                            "corpus/ä.jsonl",
                            unit,
                            1L << 40,
                            digest,
                            PublicationDate.parse(saved),
                            Instant.parse(readAt));
                    assertThat(ArticleCodec.decodeOrigin(ArticleCodec.encode(origin), 1L << 40))
                            .isEqualTo(origin);
                }
            }
        }
    }

    @Test
    void articleAndOriginComeBackFromTheIndex() throws IOException {
        Article article = randomArticle(new Random(7));
        try (Directory directory = new ByteBuffersDirectory()) {
            TestIndex.publish(directory, article);
            try (var reader = org.apache.lucene.index.DirectoryReader.open(directory)) {
                assertThat(TestIndex.articles(reader)).containsExactly(article);
                assertThat(TestIndex.origins(reader)).containsExactly(TestIndex.origin());
            }
        }
    }

    private static void comesBack(Article article) throws IOException {
        assertThat(decoded(article)).isEqualTo(article);
    }

    private static Article decoded(Article article) throws IOException {
        return codec().decodeArticle(ArticleCodec.encode(article, PACKER));
    }

    private static Article largest() {
        List<String> names = IntStream.range(0, Article.MAX_LIST)
                .mapToObj(i -> "%03d".formatted(i) + "世".repeat(Article.MAX_NAME - 3))
                .toList();
        return Article.titled("世".repeat(Article.MAX_TITLE))
                .id("世".repeat(Article.MAX_ID))
                .summary("世".repeat(Article.MAX_SUMMARY))
                .source("世".repeat(Article.MAX_NAME))
                .type("世".repeat(Article.MAX_NAME))
                .authors(names)
                .tags(names)
                .rank(Integer.MAX_VALUE)
                .build();
    }

    private static Article randomArticle(Random random) {
        Article.Builder article = Article.titled("T" + text(random, 40))
                .id(text(random, 20))
                .summary(text(random, 3_000))
                .url(random.nextBoolean() ? "https://example.org/" + random.nextInt() : "")
                .source(text(random, 20))
                .authors(texts(random))
                .type(text(random, 10))
                .tags(texts(random));
        LocalDate day = LocalDate.ofEpochDay(random.nextInt(40_000));
        switch (random.nextInt(4)) {
            case 0 -> article.published(PublicationDate.ofDay(day));
            case 1 -> article.published(PublicationDate.ofMonth(YearMonth.from(day)));
            case 2 -> article.published(PublicationDate.ofYear(day.getYear()));
            default -> {}
        }
        return (random.nextBoolean() ? article.rank(1 + random.nextInt(Integer.MAX_VALUE)) : article).build();
    }

    private static List<String> texts(Random random) {
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(i -> text(random, 20))
                .toList();
    }

    /** Of all planes, half surrogates among them: the article cleans those. */
    private static String text(Random random, int longest) {
        return random.ints(random.nextInt(longest), 0, 0x11000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
