package dev.epitome.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.query.QueryExpression.Everything;
import dev.epitome.query.QueryExpression.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language, rule by rule: text on the left, its meaning on the right. */
final class QueryLanguageTest {

    @ParameterizedTest
    @ValueSource(strings = {"a*b", "*foo", "**kwargs"})
    void aStarElsewhereSaysThatItDoesNothing(String text) {
        assertThat(QueryLanguage.parse(text).expression()).isEqualTo(new Word(text));
        assertThat(QueryLanguage.parse(text).warnings())
                .containsExactly("A star counts only at the end of a word, as in lang*: " + text);
    }

    @Test
    void aPlusAsksForTheWordAsEveryWordDoes() {
        assertThat(Meaning.of("+lambda +C++ +1")).isEqualTo("{lambda & C++ & +1}");
    }

    @Test
    void aParenthesisThatAWordOpensIsClosedWithoutAWarning() {
        assertThat(QueryLanguage.parse("O(n log n)").warnings()).isEmpty();
        assertThat(QueryLanguage.parse("n log n)").warnings()).isNotEmpty();
    }

    @Test
    void capitalsOfAQueryInCapitalsSayNothing() {
        assertThat(Meaning.of("HOW TO SCALE OR TUNE KAFKA")).isEqualTo("{how & to & scale & or & tune & kafka}");
        assertThat(Meaning.of("EKS OR ECS")).isEqualTo(Meaning.of("(EKS OR ECS)"));
    }

    @Test
    void twoCapitalsWithAnAmpersandAreOneWord() {
        assertThat(Meaning.of("R & D budgets")).isEqualTo("{R&D & budgets}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\0\u0007", "\u00A0\u2003\uFEFF", "*", " ** * "})
    void textWithoutAWordAsksForEverything(String text) {
        assertThat(QueryLanguage.parse(text)).isEqualTo(new ParsedQuery(text, new Everything(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EKS", "C++", "C#", ".NET", "Node.js", "CI/CD", "gRPC", "GPT-4o", "@Override", "std::move", "--flag",
                "#java", "R&D", "x86-64", "a|b", "foo:bar", "10:30", "https://x.y/z?a=b", "f(x)", "foo()", "f(x", "a)b",
                "🚀", "数据库", "l'état", "node_modules", "C:\\temp", "-_x", "½", "<T>"
            })
    void aWordIsItselfWhateverSignsItHas(String text) {
        assertThat(QueryLanguage.parse(text)).isEqualTo(new ParsedQuery(text, new Word(text), List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            virtual threads java   → {virtual & threads & java}
            what is EKS?           → {what & is & EKS}
            Go!                    → Go
            one, two; three: four. → {one & two & three & four}
            C++, really?!          → {C++ & really}
            缓存。 数据库？         → {缓存 & 数据库}
            wait… what             → {wait & what}
            eks - ecs & ? /        → {eks & ecs}
            """)
    void punctuationEndsWordsAndIsNone(String text, String meaning) {
        assertThat(Meaning.of(text)).isEqualTo(meaning);
        assertThat(QueryLanguage.parse(text).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", quoteCharacter = '`', textBlock = """
            "api gateway"        → "api gateway"
            "EKS"                → "EKS"
            “api gateway”        → "api gateway"
            „api gateway“        → "api gateway"
            «api gateway»        → "api gateway"
            "  api   gateway "   → "api gateway"
            "a b""c d"           → {"a b" & "c d"}
            "a b"c               → {"a b" & c}
            -"a b" c             → {!"a b" & c}
            ("a b" OR c)         → {"a b" | c}
            5" disk              → {5 & disk}
            5" disk "api gate"   → {5 & disk & "api gate"}
            foo"bar              → {foo & bar}
            "title:x -y OR (z)"  → "title:x -y OR (z)"
            """)
    void quotesMakeAPhrase(String text, String meaning) {
        assertThat(Meaning.of(text)).isEqualTo(meaning);
        assertThat(QueryLanguage.parse(text).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", quoteCharacter = '`', textBlock = """
            "api gateway         → {api & gateway}
            "a b" "c d           → {"a b" & c & d}
            -"a b                → {a & b}
            title:"a b           → {title[a] & b}
            "" a                 → a
            "?!" a               → a
            title:"" a           → a
            """)
    void quotesWithoutAPartnerOrContentAreLeftOutWithAWarning(String text, String meaning) {
        assertThat(Meaning.of(text)).isEqualTo(meaning);
        assertThat(QueryLanguage.parse(text).warnings()).isNotEmpty().anyMatch(warning -> warning.contains("uotation"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            kubernetes OR nomad           → {kubernetes | nomad}
            kubernetes OR nomad scaling   → {{kubernetes | nomad} & scaling}
            a OR b OR c                   → {a | b | c}
            a b OR c d                    → {a & {b | c} & d}
            a | b                         → {a | b}
            a || b && c                   → {{a | b} & c}
            a AND b                       → {a & b}
            a AND b OR c                  → {a & {b | c}}
            a or b and not c              → {a & or & b & and & not & c}
            a OR -b                       → {a | !b}
            a OR NOT b                    → {a | !b}
            a AND NOT b                   → {a & !b}
            """)
    void operatorsStandBetweenWords(String text, String meaning) {
        assertThat(Meaning.of(text)).isEqualTo(meaning);
        assertThat(QueryLanguage.parse(text).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            EKS OR           → EKS
            OR EKS           → EKS
            AND EKS AND      → EKS
            EKS NOT          → EKS
            (EKS OR) ECS     → {EKS & ECS}
            (OR EKS) ECS     → {EKS & ECS}
            a OR AND b       → {a & b}
            AND OR NOT eks   → eks
            NOT NOT a        → a
            OR NOT a         → !a
            (AND) a          → a
            """)
    void operatorsWithNothingToStandBetweenAreLeftOutWithAWarning(String text, String meaning) {
        assertThat(Meaning.of(text)).isEqualTo(meaning);
        assertThat(QueryLanguage.parse(text).warnings()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            AND      → and
            OR       → or
            (NOT)    → not
            AND OR   → {and & or}
            title:OR → title[or]
            -AND     → !and
            AND?     → and
            """)
    void operatorsAreWordsWhereTheyStandAlone(String text, String meaning) {
        assertThat(Meaning.of(text)).isEqualTo(meaning);
        assertThat(QueryLanguage.parse(text).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", quoteCharacter = '`', textBlock = """
            eks -lambda       → {eks & !lambda}
            -lambda           → !lambda
            -a -b             → {!a & !b}
            NOT a             → !a
            NOT -a            → a
            -tag:x            → !tag[x]
            -(a b)            → !{a & b}
            -(a OR b) c       → {!{a | b} & c}
            -.NET             → !.NET
            -@Override        → !@Override
            -5                → !5
            --flag            → --flag
            NOT --flag        → !--flag
            a - b             → {a & b}
            GPT-4o            → GPT-4o
            -published:2025   → !published[2025 to 2025]
            title:(-x)        → !title[x]
            title:(x -y)      → title[{x & !y}]
            -. a              → a
            """)
    void aMinusLeavesOut(String text, String meaning) {
        assertThat(Meaning.of(text)).isEqualTo(meaning);
        assertThat(QueryLanguage.parse(text).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            (a OR b) c            → {{a | b} & c}
            (a b) OR c            → {{a & b} | c}
            ((a (b c)))           → {a & b & c}
            (a OR (b OR c))       → {a | b | c}
            (C++)                 → C++
            (foo())               → foo()
            (a OR b), c           → {{a | b} & c}
            Kubernetes (k8s)!     → {Kubernetes & k8s}
            f(x) g(y z            → {f(x) & g(y & z}
            foo () bar            → {foo & bar}
            """)
    void parenthesesGroup(String text, String meaning) {
        assertThat(Meaning.of(text)).isEqualTo(meaning);
        assertThat(QueryLanguage.parse(text).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            (a b          → {a & b}
            a b)          → {a & b}
            ) a (         → a
            (a (b OR c)   → {a & {b | c}}
            title:(x eks  → {title[x] & eks}
            eks title:(   → eks
            """)
    void parenthesesWithoutAPartnerAreLeftOutWithAWarning(String text, String meaning) {
        assertThat(Meaning.of(text)).isEqualTo(meaning);
        assertThat(QueryLanguage.parse(text).warnings()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            lang*        → begins(lang)
            Node.j*      → begins(Node.j)
            lang**       → begins(lang)
            lang*, b     → {begins(lang) & b}
            -lang*       → !begins(lang)
            """)
    void aStarAtTheEndAsksForWordsThatBeginSo(String text, String meaning) {
        assertThat(Meaning.of(text)).isEqualTo(meaning);
        assertThat(QueryLanguage.parse(text).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            A* search → {A & search}
            C#*       → C#
            * eks     → eks
            eks **    → eks
            (eks)*    → eks
            """)
    void aStarWithTooFewLettersIsLeftOutWithAWarning(String text, String meaning) {
        assertThat(Meaning.of(text)).isEqualTo(meaning);
        assertThat(QueryLanguage.parse(text).warnings())
                .singleElement()
                .asString()
                .contains("star");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "→", textBlock = """
            !? -- ... → !?
            ()        → ()
            && ||     → &&
            -         → -
            * | **    → |
            *:*       → :
            """)
    void signsWithoutAWordAreSearchedForSoThatTheyFindNothing(String text, String meaning) {
        assertThat(QueryLanguage.parse(text)).isEqualTo(new ParsedQuery(text, new Word(meaning), List.of()));
    }

    @Test
    void controlCharactersPartWordsAndHalfCharactersAreReplaced() {
        assertThat(Meaning.of("a\0b \uD83Dc")).isEqualTo("{a & b & \uFFFDc}");
    }

    @Test
    void theTextIsKeptAsTyped() {
        assertThat(QueryLanguage.parse("  a\0b\n").text()).isEqualTo("  a\0b\n");
    }
}
