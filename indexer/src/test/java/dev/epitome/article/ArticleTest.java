package dev.epitome.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleTest {

    @Test
    void aTitleIsEnough() {
        Article article = Article.titled("Life of a Packet").build();

        assertThat(article.title()).isEqualTo("Life of a Packet");
        assertThat(article.id()).isNotEmpty();
        assertThat(article.summary()).isEmpty();
        assertThat(article.url()).isEmpty();
        assertThat(article.source()).isEmpty();
        assertThat(article.authors()).isEmpty();
        assertThat(article.type()).isEmpty();
        assertThat(article.tags()).isEmpty();
        assertThat(article.published()).isEmpty();
        assertThat(article.rank()).isEmpty();
    }

    @Test
    void everyMemberIsKept() {
        Article article = Article.titled("Life of a Packet")
                .id("packet-1")
                .summary("From socket to wire.")
                .url("https://example.org/packet")
                .source("Wire Weekly")
                .authors(List.of("Ada Byte", "Bo Nibble"))
                .type("Video")
                .tags(List.of("networking", "linux"))
                .published(PublicationDate.ofYear(2025))
                .rank(3)
                .build();

        assertThat(article.id()).isEqualTo("packet-1");
        assertThat(article.summary()).isEqualTo("From socket to wire.");
        assertThat(article.url()).hasValue("https://example.org/packet");
        assertThat(article.source()).hasValue("Wire Weekly");
        assertThat(article.authors()).containsExactly("Ada Byte", "Bo Nibble");
        assertThat(article.type()).hasValue("video");
        assertThat(article.tags()).containsExactly("networking", "linux");
        assertThat(article.published()).hasValue(PublicationDate.ofYear(2025));
        assertThat(article.rank()).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t\n", "\u00A0", "\u0007"})
    void aTitleWithoutAnyCharacterToSeeIsRefused(String title) {
        assertRefused(Article.titled(title), "title is empty");
    }

    static Stream<Arguments> bounds() {
        return Stream.of(
                bound("id", Article.MAX_ID, Article.Builder::id),
                bound("summary", Article.MAX_SUMMARY, Article.Builder::summary),
                bound("source", Article.MAX_NAME, Article.Builder::source),
                bound("type", Article.MAX_NAME, Article.Builder::type),
                bound("authors", Article.MAX_NAME, (article, text) -> article.authors(List.of(text))),
                bound("tags", Article.MAX_NAME, (article, text) -> article.tags(List.of("go", text))));
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void aTextIsTakenUpToItsBoundAndRefusedBeyondIt(String member, int max, Setter setter) {
        assertThat(setter.set(Article.titled("x"), "a".repeat(max)).build()).isNotNull();
        assertRefused(
                setter.set(Article.titled("x"), "a".repeat(max + 1)),
                member + " has " + (max + 1) + " characters, more than " + max);
    }

    @Test
    void aTitleIsTakenUpToItsBoundAndRefusedBeyondIt() {
        assertThat(Article.titled("a".repeat(1_000)).build().title()).hasSize(1_000);
        assertRefused(Article.titled("a".repeat(1_001)), "title has 1001 characters, more than 1000");
    }

    @Test
    void listsAreTakenUpToTheirBoundAndRefusedBeyondIt() {
        List<String> hundred =
                IntStream.range(0, 100).mapToObj(i -> "name " + i).toList();
        List<String> more = IntStream.range(0, 101).mapToObj(i -> "name " + i).toList();

        assertThat(Article.titled("x").authors(hundred).tags(hundred).build().tags())
                .hasSize(100);
        assertRefused(Article.titled("x").authors(more), "authors has 101 entries, more than 100");
        assertRefused(Article.titled("x").tags(more), "tags has 101 entries, more than 100");
    }

    @Test
    void anAddressIsTakenUpToItsBoundAndRefusedBeyondIt() {
        String longest = "https://example.org/" + "a".repeat(Article.MAX_URL - "https://example.org/".length());

        assertThat(Article.titled("x").url(longest).build().url()).hasValue(longest);
        assertRefused(Article.titled("x").url(longest + "a"), "url is not an absolute http(s) address");
    }

    @Test
    void aRankCountsFromOne() {
        assertThat(Article.titled("x").rank(1).build().rank()).hasValue(1);
        assertRefused(Article.titled("x").rank(0), "rank is below 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_000})
    void aYearThatFourDigitsCannotSayIsRefused(int year) {
        assertRefused(
                Article.titled("x").published(PublicationDate.ofDay(LocalDate.of(year, 1, 1))),
                "published is not between the years 0 and 9999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "https://example.org/a?b=c#d",
                "HTTPS://EXAMPLE.ORG/",
                "https://例え.jp/パス",
                "http://localhost:8080/x",
                "  https://example.org/stripped  "
            })
    void webAddressesAreTaken(String address) {
        assertThat(Article.titled("x").url(address).build().url()).hasValue(address.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "/relative",
                "//example.org/",
                "ftp://example.org/",
                "javascript:alert(1)",
                "https://",
                "https:///path",
                "https://?q",
                "https://example.org/a b",
                "https://example.org/\u001B[31m",
                "https://example.org/\u0000",
                "https://example.org/\u00A0x",
                "https://example.org/\uD800"
            })
    void whatIsNoAbsoluteWebAddressIsRefused(String address) {
        assertRefused(Article.titled("x").url(address), "url is not an absolute http(s) address");
    }

    @Test
    void aHugeAddressIsJudgedAtOnce() {
        // Each would take hours if the time grew with the square of the length.
        assertThat(Article.isWebAddress("http://" + "a".repeat(2_000_000) + " b"))
                .isFalse();
        assertThat(Article.titled("x")
                        .url("http://a/" + "/".repeat(3_000) + "b")
                        .build()
                        .id())
                .isNotEmpty();
    }

    @Test
    void emptyTextsAreAbsentMembers() {
        Article article =
                Article.titled("x").url("").source("\u00A0").type(" ").id(" ").build();

        assertThat(article.url()).isEmpty();
        assertThat(article.source()).isEmpty();
        assertThat(article.type()).isEmpty();
        assertThat(article.id()).isNotBlank();
    }

    @Test
    void namesAreCleanedAndEmptyOrRepeatedOnesDropped() {
        Article article = Article.titled("x")
                .authors(List.of(" Ada\tByte ", "", "Ada Byte", "\u0000"))
                .tags(Collections.nCopies(500, "java"))
                .build();

        assertThat(article.authors()).containsExactly("Ada Byte");
        assertThat(article.tags()).containsExactly("java");
    }

    @Test
    void aChangeToTheListGivenDoesNotReachTheArticle() {
        List<String> names = new java.util.ArrayList<>(List.of("Ada Byte"));
        Article article = Article.titled("x").authors(names).build();

        names.clear();

        assertThat(article.authors()).containsExactly("Ada Byte");
    }

    interface Setter {
        Article.Builder set(Article.Builder article, String text);
    }

    private static Arguments bound(String member, int max, Setter setter) {
        return Arguments.of(member, max, setter);
    }

    private static void assertRefused(Article.Builder article, String reason) {
        assertThatExceptionOfType(EpitomeException.class)
                .isThrownBy(article::build)
                .withMessageStartingWith(reason)
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.INVALID_ARTICLE));
    }
}
