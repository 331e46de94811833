package dev.epitome.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/posts/raft?page=2",
                "HTTPS://Example.ORG/posts/raft?page=2",
                "https://example.org:443/posts/raft?page=2",
                "https://example.org/posts/raft/?page=2",
                "https://example.org/posts/raft//?page=2",
                "https://example.org/posts/raft?page=2#comments",
                "https://example.org/posts/raft?page=2#a#b",
                "https://example.org/posts/raft?utm_source=news&page=2&utm_medium=email",
                "https://example.org/posts/raft?page=2&",
            })
    void decorationsOfALinkDoNotChangeTheId(String address) {
        assertThat(idOf(address)).isEqualTo(idOf("https://example.org/posts/raft?page=2"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org, http://example.org/",
        "http://example.org, http://example.org:80",
        "http://example.org, http://example.org/?utm_campaign=x",
        "http://example.org, http://example.org/#top",
    })
    void aBareHostIsItsFrontPage(String one, String other) {
        assertThat(idOf(one)).isEqualTo(idOf(other));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a, https://example.org/A",
        "https://example.org/a, https://example.org/b",
        "https://example.org/a, https://example.com/a",
        "https://example.org/a, http://example.org/a",
        "https://example.org/a, https://example.org:8443/a",
        "https://example.org/a, https://example.org:80/a",
        "http://example.org/a, http://example.org:443/a",
        "https://example.org/a, https://example.org/a?p=1",
        "https://example.org/a?p=1, https://example.org/a?p=2",
        "https://example.org/a?p=1&q=2, https://example.org/a?q=2&p=1",
        "https://example.org/a?my_utm_x=1, https://example.org/a",
        "https://example.org/a/b, https://example.org/a//b",
    })
    void otherAddressesHaveOtherIds(String one, String other) {
        assertThat(idOf(one)).isNotEqualTo(idOf(other));
    }

    @Test
    void whereThereIsAnAddressNothingElseMatters() {
        Article one = Article.titled("Raft")
                .source("Wire Weekly")
                .url("https://example.org/raft")
                .build();
        Article other = Article.titled("Raft, explained")
                .url("https://example.org/raft")
                .summary("Other words.")
                .build();

        assertThat(one.id()).isEqualTo(other.id());
    }

    @Test
    void withoutAnAddressSourceAndTitleMakeTheId() {
        Article article = Article.titled("Raft").source("Wire Weekly").build();

        assertThat(article.id())
                .isEqualTo(Article.titled(" Raft\n")
                        .source("Wire  Weekly")
                        .summary("Other words.")
                        .build()
                        .id())
                .isNotEqualTo(Article.titled("Raft").build().id())
                .isNotEqualTo(
                        Article.titled("Raft").source("Wire Daily").build().id())
                .isNotEqualTo(
                        Article.titled("Raft II").source("Wire Weekly").build().id());
    }

    @Test
    void sourceAndTitleDoNotRunTogether() {
        assertThat(ArticleId.derive(null, "ab", "c")).isNotEqualTo(ArticleId.derive(null, "a", "bc"));
    }

    @Test
    void aTitleThatLooksLikeAnAddressIsStillATitle() {
        assertThat(ArticleId.derive(null, null, "https://example.org/a")).isNotEqualTo(idOf("https://example.org/a"));
    }

    @Test
    void anIdGivenIsTheId() {
        assertThat(Article.titled("Raft")
                        .url("https://example.org/raft")
                        .id("raft-1")
                        .build()
                        .id())
                .isEqualTo("raft-1");
    }

    @Test
    void anIdIsTheSameOnEveryMachineForEver() {
        assertThat(ArticleId.derive(null, "ByteByteGo", "EP189: How to Design Good APIs"))
                .isEqualTo(ArticleId.derive("", "ByteByteGo", "EP189: How to Design Good APIs"))
                .isEqualTo("9e3bb5df93d4feb99624");
        assertThat(idOf("https://example.org/raft")).isEqualTo("570b3ee2674673c3d606");
    }

    @Test
    void tenThousandTitlesHaveTenThousandIds() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(ArticleId.derive(null, "Wire Weekly", "Issue " + i));
        }
        assertThat(ids).hasSize(10_000).allMatch(id -> id.matches("[0-9a-f]{20}"));
    }

    private static String idOf(String url) {
        return ArticleId.derive(url, "Wire Weekly", "Raft");
    }
}
