package dev.epitome.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.alias.AliasOrigin;
import dev.epitome.query.Interpretation.AliasUse;
import dev.epitome.query.QueryExpression.Alias;
import dev.epitome.query.QueryExpression.Aliased;
import dev.epitome.query.QueryExpression.Phrase;
import dev.epitome.query.QueryExpression.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InterpretationTest {

    @Test
    void aQueryIsWordsAndWhatIsLeftOutAndFilters() {
        assertThat(of("EKS -Lambda source:ByteByteGo"))
                .isEqualTo(new Interpretation(
                        "eks", List.of("lambda"), List.of("source = bytebytego"), List.of(), List.of()));
    }

    @Test
    void everythingHasNoText() {
        assertThat(of("")).isEqualTo(new Interpretation("", List.of(), List.of(), List.of(), List.of()));
        assertThat(of("-a -\"b c\"").not()).containsExactly("a", "\"b c\"");
        assertThat(of("-a").text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", quoteCharacter = '`', textBlock = """
            EKS Scaling             → eks scaling
            Kubernetes OR Nomad x   → kubernetes OR nomad x
            "API Gateway" Lang*     → "api gateway" lang*
            (a b) OR tag:c          → (a b) OR tag:c
            """)
    void theTextIsAQueryInLowerCase(String query, String text) {
        assertThat(of(query)).isEqualTo(new Interpretation(text, List.of(), List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", quoteCharacter = '`', textBlock = """
            author:"Alex Xu"            → author = alex xu
            tag:Kafka                   → tag = kafka
            tag:(kafka OR flink)        → tag = kafka OR flink
            tag:kafka OR type:video     → tag = kafka or type = video
            title:"API Gateway"         → title: "api gateway"
            summary:(api design)        → summary: api design
            published:2025-11           → published 2025-11
            published:>=2025-10         → published >=2025-10
            published:last-4w           → published last-28d
            """)
    void filtersAreSentences(String query, String filter) {
        assertThat(of(query)).isEqualTo(new Interpretation("", List.of(), List.of(filter), List.of(), List.of()));
    }

    @Test
    void aliasesAreListedAndLearnedOnesApart() {
        Aliased eks = new Aliased(
                new Word("EKS"),
                List.of(
                        new Alias(new Phrase("Elastic Kubernetes Service"), AliasOrigin.SHIPPED),
                        new Alias(new Word("Kube"), AliasOrigin.USER),
                        new Alias(new Phrase("Edge Key Store"), AliasOrigin.LEARNED)));
        Interpretation interpretation = Interpretation.of(
                QueryExpression.allOf(List.of(eks, new Word("cost"), QueryExpression.inField(Field.TITLE, eks))));
        assertThat(interpretation.text()).isEqualTo("eks cost");
        assertThat(interpretation.filters()).containsExactly("title: eks");
        assertThat(interpretation.aliases())
                .containsExactly(
                        new AliasUse("eks", List.of("elastic kubernetes service", "kube"), false),
                        new AliasUse("eks", List.of("edge key store"), true));
    }

    private static Interpretation of(String query) {
        return Interpretation.of(QueryLanguage.parse(query).expression());
    }
}
