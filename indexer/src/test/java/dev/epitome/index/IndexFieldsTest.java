package dev.epitome.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexFieldsTest {

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
        assertThat(matches(article, new Term(SearchedField.TITLE.words(), "hotstar")))
                .isTrue();
        assertThat(matches(article, new Term(SearchedField.SUMMARY.words(), "eks")))
                .isTrue();
        assertThat(matches(article, new Term(SearchedField.SOURCE.words(), "cafe")))
                .isTrue();
        assertThat(matches(article, new Term(SearchedField.SOURCE.key(), "bytebytego cafe")))
                .isTrue();
        assertThat(matches(article, new Term(SearchedField.AUTHOR.words(), "lam")))
                .isTrue();
        assertThat(matches(article, new Term(SearchedField.AUTHOR.key(), "sahn lam")))
                .isTrue();
        assertThat(matches(article, new Term(SearchedField.AUTHOR.key(), "lam")))
                .isFalse();
        assertThat(matches(article, new Term(SearchedField.TAG.words(), "gateway")))
                .isTrue();
        assertThat(matches(article, new Term(SearchedField.TAG.key(), "api gateway")))
                .isTrue();
        assertThat(matches(article, new Term(SearchedField.TYPE.key(), "video")))
                .isTrue();
    }

    @Test
    void anIndexOfThisSchemaHasTheseFields() throws IOException {
        Article article = Article.titled("Scaling (SCL)")
                .source("ByteByteGo")
                .authors(List.of("Alex Xu"))
                .type("Video")
                .tags(List.of("eks"))
                .published(PublicationDate.parse("2025-11-03").orElseThrow())
                .rank(1)
                .summary("A Real-Time Distributed Graph (RDG).")
                .build();
        try (Directory directory = new ByteBuffersDirectory()) {
            TestIndex.publish(directory, article);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                List<String> names = new ArrayList<>();
                FieldInfos.getMergedFieldInfos(reader).forEach(field -> names.add(field.getName()));
                assertThat(names)
                        .containsExactlyInAnyOrder(
                                "id",
                                "article",
                                "origin",
                                "origin.number",
                                "wordbook",
                                "acronyms",
                                "definition",
                                "rank",
                                "exact",
                                "loose",
                                "title",
                                "summary",
                                "tags",
                                "authors",
                                "source",
                                "tag.key",
                                "author.key",
                                "source.key",
                                "type.key",
                                "tag.facet",
                                "author.facet",
                                "source.facet",
                                "type.facet",
                                "published.first",
                                "published.last",
                                "published.year",
                                "published.month");
            }
        }
        // Where a name above changes, so does this.
        assertThat(IndexInfo.SCHEMA).isEqualTo(6);
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

    @Test
    void everyValueIsCountedUnderItsKeyAndKeptAsItWasWritten() throws IOException {
        Article article = Article.titled("T")
                .source("ByteByteGo Café")
                .authors(List.of("Alex Xu", "alex xu"))
                .type("Video")
                .tags(List.of("Kafka", "API Gateway", "kafka", "Kafka"))
                .build();
        assertThat(facet(article, SearchedField.SOURCE.facet())).containsExactly("bytebytego cafe|ByteByteGo Café");
        assertThat(facet(article, SearchedField.AUTHOR.facet())).containsExactly("alex xu|Alex Xu", "alex xu|alex xu");
        assertThat(facet(article, SearchedField.TYPE.facet())).containsExactly("video|video");
        assertThat(facet(article, SearchedField.TAG.facet()))
                .containsExactly("api gateway|API Gateway", "kafka|Kafka", "kafka|kafka");
        assertThat(facet(article, IndexFields.YEAR_FACET)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025, 2025, ''", "2024-02, 2024, 2024-02", "2025-11-03, 2025, 2025-11", "0007-01, 0007, 0007-01"})
    void aDateIsCountedByYearAndByMonthWhereItIsKnown(String date, String year, String month) throws IOException {
        Article article = Article.titled("T")
                .published(PublicationDate.parse(date).orElseThrow())
                .build();
        assertThat(facet(article, IndexFields.YEAR_FACET)).containsExactly(year + "|" + year);
        assertThat(facet(article, IndexFields.MONTH_FACET))
                .containsExactlyElementsOf(month.isEmpty() ? List.of() : List.of(month + "|" + month));
    }

    @Test
    void valuesHaveOneKeyWhereAFilterSeesNoDifference() {
        BytesRef value = FacetValue.encode("Café au Lait");
        BytesRef key = FacetValue.key(value);
        assertThat(FacetValue.key(FacetValue.encode("CAFE AU LAIT"))).isEqualTo(key);
        assertThat(FacetValue.key(FacetValue.encode("Café"))).isNotEqualTo(key);
        assertThat(FacetValue.key(FacetValue.encode("Cafe au Laid"))).isNotEqualTo(key);
        assertThat(key.utf8ToString()).isEqualTo(TextAnalysis.filterKey("Café au Lait"));
        assertThat(FacetValue.written(value)).isEqualTo("Café au Lait");
    }

    /** The values of a field that articles are counted by, in the order of the index. */
    private static List<String> facet(Article article, String field) throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            TestIndex.publish(directory, article);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                SortedSetDocValues values =
                        DocValues.getSortedSet(reader.leaves().getFirst().reader(), field);
                List<String> found = new ArrayList<>();
                for (long value = 0; value < values.getValueCount(); value++) {
                    BytesRef encoded = values.lookupOrd(value);
                    String key = encoded.utf8ToString().split("\0", -1)[0];
                    found.add(key + "|" + FacetValue.written(encoded));
                }
                return found;
            }
        }
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
