package dev.epitome.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.query.QueryExpression.Word;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldQueryTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "→", quoteCharacter = '`', textBlock = """
            title:api                → title[api]
            TITLE:api                → title[api]
            summary:x source:y       → {summary[x] & source[y]}
            author:"alex xu"         → author["alex xu"]
            tag:kafka type:video     → {tag[kafka] & type[video]}
            title:(a b)              → title[{a & b}]
            title:(a OR "b c") d     → {title[{a | "b c"}] & d}
            title:a OR title:b       → {title[a] | title[b]}
            title:lang*              → title[begins(lang)]
            title:-x                 → title[-x]
            title:tag:x              → title[tag:x]
            title:(tag:x b)          → title[{tag:x & b}]
            title:(published:2025 b) → title[{published:2025 & b}]
            tag:C++, b               → {tag[C++] & b}
            """)
    void aNameAndAColonAskOneField(String text, String meaning) {
        assertThat(Meaning.of(text)).isEqualTo(meaning);
        assertThat(QueryLanguage.parse(text).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", quoteCharacter = '`', textBlock = """
            title:              → everything
            title: foo          → foo
            title:(             → everything
            title:() foo        → foo
            title:?! foo        → foo
            (title:) foo        → foo
            title:(tag:"a b" c) → title[{"a b" & c}]
            title:(tag:(a b) c) → title[{a & b & c}]
            """)
    void aFieldWithoutAValueIsLeftOutWithAWarning(String text, String meaning) {
        assertThat(Meaning.of(text)).isEqualTo(meaning);
        assertThat(QueryLanguage.parse(text).warnings()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tilte:api, title",
        "titel:api, title",
        "tags:kafka, tag",
        "Autor:x, author",
        "publised:2025, published",
        "typ:video, type",
        "date:2025, published",
        "Site:uber, source",
        "publication:uber, source"
    })
    void aNameThatIsNearlyAFieldIsAWordAndTheFieldIsProposed(String text, String field) {
        ParsedQuery query = QueryLanguage.parse(text);
        assertThat(query.expression()).isEqualTo(new Word(text));
        assertThat(query.warnings()).singleElement().asString().startsWith("Did you mean " + field + ":?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo:bar", "tap://x", "type_of:x", "tags::x", "tags:", "tags: x", "std::move", "t:x"})
    void otherNamesNeedNoProposal(String text) {
        assertThat(QueryLanguage.parse(text).warnings()).isEmpty();
    }
}
