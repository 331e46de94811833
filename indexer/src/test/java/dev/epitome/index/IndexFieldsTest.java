package dev.epitome.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexFieldsTest {

    @ParameterizedTest
    @CsvSource({
        "ByteByteGo, bytebytego",
        "'  The  Go Blog ', the go blog",
        "Café, cafe",
        "Cafe\u0301, cafe",
        "CAFE\u0301, cafe",
        "İstanbul, istanbul",
        "I\u0307stanbul, istanbul",
        "Größe, grosse",
        "GRÖẞE, grosse",
        "C#, c#",
        ".NET, .net",
        "ｗｉｄｅ, wide",
        "世界, 世界",
        "ЖУРНАЛ, журнал",
        "🚀, 🚀",
        "'', ''"
    })
    void aFilterSeesNoCaseNoAccentAndNoExtraSpace(String value, String key) {
        assertThat(IndexFields.filterKey(value)).isEqualTo(key);
    }

    @Test
    void aFilterKeyMayBeLongerThanItsValue() {
        assertThat(IndexFields.filterKey("⑳".repeat(100))).isEqualTo("20".repeat(100));
        assertThat(IndexFields.filterKey("⒇".repeat(100))).isEqualTo("(20)".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ByteByteGo", "İstanbul", "ẞ", "⒇", "Ω", "I\u0307", "ΟΔΟΣ", "𝔘"})
    void aFilterKeyIsItsOwnKey(String value) {
        String key = IndexFields.filterKey(value);
        assertThat(IndexFields.filterKey(key)).isEqualTo(key);
    }

    @Test
    void everyTextIsFoundInItsFieldAndEveryNameAsAWhole() throws IOException {
        Article article = Article.titled("Scaling Hotstar")
                .id("A/1")
                .summary("Runs on EKS")
                .source("ByteByteGo Café")
                .authors(List.of("Alex Xu", "Sahn Lam"))
                .type("Video")
                .tags(List.of("API Gateway", "eks"))
                .build();
        assertThat(matches(article, new Term(IndexFields.ID, "A/1"))).isTrue();
        assertThat(matches(article, new Term(IndexFields.TITLE, "hotstar"))).isTrue();
        assertThat(matches(article, new Term(IndexFields.SUMMARY, "eks"))).isTrue();
        assertThat(matches(article, new Term(IndexFields.SOURCE, "cafe"))).isTrue();
        assertThat(matches(article, new Term(IndexFields.SOURCE_KEY, "bytebytego cafe")))
                .isTrue();
        assertThat(matches(article, new Term(IndexFields.AUTHORS, "lam"))).isTrue();
        assertThat(matches(article, new Term(IndexFields.AUTHOR_KEY, "sahn lam")))
                .isTrue();
        assertThat(matches(article, new Term(IndexFields.AUTHOR_KEY, "lam"))).isFalse();
        assertThat(matches(article, new Term(IndexFields.TAGS, "gateway"))).isTrue();
        assertThat(matches(article, new Term(IndexFields.TAG_KEY, "api gateway")))
                .isTrue();
        assertThat(matches(article, new Term(IndexFields.TYPE_KEY, "video"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2025, 2025-01-01, 2025-12-31", "2024-02, 2024-02-01, 2024-02-29", "2025-11-03, 2025-11-03, 2025-11-03"
    })
    void aDateIsTheSpanOfDaysThatItMayBe(String date, LocalDate first, LocalDate last) throws IOException {
        Article article = Article.titled("T")
                .published(PublicationDate.parse(date).orElseThrow())
                .build();
        assertThat(matches(article, LongField.newExactQuery(IndexFields.PUBLISHED_FIRST, first.toEpochDay())))
                .isTrue();
        assertThat(matches(article, LongPoint.newExactQuery(IndexFields.PUBLISHED_LAST, last.toEpochDay())))
                .isTrue();
    }

    private static boolean matches(Article article, Term term) throws IOException {
        return matches(article, new TermQuery(term));
    }

    private static boolean matches(Article article, Query query) throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            TestIndex.publish(directory, article);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                return new IndexSearcher(reader).count(query) == 1;
            }
        }
    }
}
