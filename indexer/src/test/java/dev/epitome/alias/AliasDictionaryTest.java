package dev.epitome.alias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epitome.alias.AcronymFinder.Definition;
import dev.epitome.alias.AliasDictionary.Meaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliasDictionaryTest {

    private static final AliasDictionary DICTIONARY = AliasFileTest.read("""
            RBAC, Role-Based Access Control
            LLM, large language model
            UI, user interface
            HA, high availability
            AWS, Amazon Web Services
            AW, Apache Whatever
            C#, csharp
            policy, rule
            café, coffee house
            user's guide, manual
            B Tree, Balanced Tree
            CDC, change data capture
            CDC, content defined chunking
            """).dictionary();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role-based access control",
                "Role based access control",
                "ROLE BASED ACCESS CONTROL",
                "role‑based access–control",
                "ｒｏｌｅ－ｂａｓｅｄ access control",
                "“role-based access control”",
                "rôle-based access control?",
                "role-based access controls",
                "(role-based\u00A0access control)"
            })
    void spellingsMeetInOneEntry(String typed) {
        assertThat(meanings(typed)).containsExactly("RBAC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C#             | csharp",
                "c♯             | csharp",
                "cafe           | coffee house",
                "user’s guide   | manual",
                "b-tree         | Balanced Tree",
                "EKS            | ''",
                "C              | ''",
                "C++            | ''",
                "C##            | ''",
                "--rbac         | ''",
                "role based     | ''",
                "rolebased access control | ''"
            })
    void symbolsMatterAndMarksDoNot(String typed, String meaning) {
        assertThat(meanings(typed)).isEqualTo(meaning.isEmpty() ? List.of() : List.of(meaning));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LLMs                  | large language model",
                "llms                  | large language model",
                "large language models | LLM",
                "policies              | rule",
                "UIs                   | user interface",
                "AWS                   | Amazon Web Services",
                "aws                   | Amazon Web Services",
                "larges language model | ''",
                "has                   | ''",
                "llmss                 | ''",
                "LLM's                 | ''"
            })
    void aPluralIsLookedThroughUnlessItIsListed(String typed, String meaning) {
        assertThat(meanings(typed)).isEqualTo(meaning.isEmpty() ? List.of() : List.of(meaning));
    }

    @Test
    void wordsMayComeInAnyCut() {
        assertThat(DICTIONARY.meanings(List.of("role", "based", "access", "control")))
                .hasSize(1);
        assertThat(DICTIONARY.meanings(List.of("Role-Based", "Access", "Control")))
                .hasSize(1);
        assertThat(DICTIONARY.meanings(List.of("large", "language", "models?"))).hasSize(1);
    }

    @Test
    void noWordsHaveNoMeaning() {
        assertThat(DICTIONARY.meanings(List.of())).isEmpty();
        assertThat(DICTIONARY.meanings(List.of("", " ", "?"))).isEmpty();
    }

    @Test
    void anAmbiguousAcronymKeepsAllMeaningsAndTheseDoNotMeanEachOther() {
        assertThat(meanings("CDC")).containsExactly("change data capture", "content defined chunking");
        assertThat(meanings("change data capture")).containsExactly("CDC");
    }

    @Test
    void theLongestLeftSideCountsHyphensAsSpaces() {
        assertThat(DICTIONARY.longest()).isEqualTo(4);
        assertThat(AliasDictionary.none().longest()).isZero();
    }

    @Test
    void aUnionHoldsBothAndNothingTwice() {
        AliasDictionary own = AliasFileTest.read(
                        "cdc, Change-Data Capture\nRAG, retrieval-augmented generation\nCDC, code day club")
                .dictionary();
        AliasDictionary both = DICTIONARY.with(own);

        assertThat(both.meanings(List.of("CDC")))
                .extracting(Meaning::text)
                .containsExactly("change data capture", "content defined chunking", "code day club");
        assertThat(both.meanings(List.of("rag"))).hasSize(1);
        assertThat(both.meanings(List.of("rbac"))).hasSize(1);
        assertThat(both.size()).isEqualTo(DICTIONARY.size() + 3);
    }

    @Test
    void nothingIsAddedByNone() {
        assertThat(DICTIONARY.with(AliasDictionary.none()).fingerprint()).isEqualTo(DICTIONARY.fingerprint());
        assertThat(AliasDictionary.none().with(DICTIONARY).fingerprint()).isEqualTo(DICTIONARY.fingerprint());
        assertThat(AliasDictionary.none().size()).isZero();
    }

    @Test
    void theFingerprintTellsDictionariesApart() {
        assertThat(List.of(
                        print("a, b"),
                        print("a => b"),
                        print("b => a"),
                        print("a, c"),
                        print("a, B"),
                        print("a, b\na, c"),
                        print("a, c\na, b"),
                        print("")))
                .doesNotHaveDuplicates()
                .allMatch(print -> print.matches("[0-9a-f]{16}"));
        assertThat(print("a, b\nc, d")).isEqualTo(print("# c\nc, d\n\na, b"));
    }

    @Test
    void learnedDefinitionsMeanEachOtherBothWays() {
        AliasDictionary learned =
                AliasDictionary.learned(List.of(new Definition("RDG", "Real-Time Distributed Graph")));

        assertThat(learned.meanings(List.of("rdg")))
                .containsExactly(new Meaning("Real-Time Distributed Graph", AliasOrigin.LEARNED));
        assertThat(learned.meanings(List.of("real-time", "distributed", "graphs")))
                .containsExactly(new Meaning("RDG", AliasOrigin.LEARNED));
    }

    @Test
    void aLearnedAcronymKeepsTheEightMeaningsDefinedMostOften() {
        List<Definition> definitions = new ArrayList<>();
        for (int meaning = 1; meaning <= 12; meaning++) {
            definitions.addAll(Collections.nCopies(meaning, new Definition("AB", "Alpha Beta " + meaning)));
        }
        List<String> expected = IntStream.rangeClosed(0, 7)
                .mapToObj(i -> "Alpha Beta " + (12 - i))
                .toList();

        assertThat(AliasDictionary.learned(definitions).meanings(List.of("AB")))
                .extracting(Meaning::text)
                .isEqualTo(expected);
    }

    @Test
    void whatIsLearnedDoesNotDependOnTheOrder() {
        List<Definition> definitions = new ArrayList<>(List.of(
                new Definition("GC", "garbage collection"),
                new Definition("GC", "Garbage collection"),
                new Definition("GC", "garbage-collection"),
                new Definition("GC", "garbage collection"),
                new Definition("GC", "garbage collector"),
                new Definition("gc", "garbage collector")));
        String expected = AliasDictionary.learned(definitions).fingerprint();
        long seed = System.nanoTime();
        Random random = new Random(seed);

        for (int round = 0; round < 20; round++) {
            Collections.shuffle(definitions, random);
            AliasDictionary learned = AliasDictionary.learned(definitions);
            assertThat(learned.fingerprint()).as("seed %d", seed).isEqualTo(expected);
            assertThat(learned.meanings(List.of("GC")))
                    .extracting(Meaning::text)
                    .containsExactly("garbage collection", "garbage collector");
        }
    }

    @Test
    void aStoredDictionaryAnswersAsTheOneThatWasWritten() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Definition> definitions = random.ints(3_000, 0, 26 * 26)
                .mapToObj(i -> new Definition(
                        "" + (char) ('A' + i / 26) + (char) ('A' + i % 26),
                        "word " + (char) ('a' + i / 26) + " Ä" + random.nextInt(5)))
                .toList();
        AliasDictionary learned = AliasDictionary.learned(definitions);
        AliasDictionary stored = AliasDictionary.stored(learned.written());
        AliasDictionary both = AliasDictionary.shipped().with(stored);
        AliasDictionary bothAtOnce = AliasDictionary.shipped().with(learned);
        for (Definition one : definitions) {
            for (String typed : List.of(one.acronym(), one.acronym() + "s", one.expansion(), "K8s", "EKS", "none")) {
                List<String> words = List.of(typed.split(" ", -1));
                assertThat(stored.meanings(words))
                        .as("seed %d: %s", seed, typed)
                        .isEqualTo(learned.meanings(words));
                assertThat(both.meanings(words)).as("seed %d: %s", seed, typed).isEqualTo(bothAtOnce.meanings(words));
            }
        }
        assertThat(stored.longest()).isEqualTo(learned.longest());
        assertThat(both.longest()).isEqualTo(bothAtOnce.longest());
        assertThat(both.fingerprint())
                .isNotEqualTo(AliasDictionary.shipped().fingerprint())
                .isEqualTo(AliasDictionary.shipped()
                        .with(AliasDictionary.stored(learned.written()))
                        .fingerprint());
    }

    @Test
    void whatIsNoStoredDictionaryIsRefused() {
        byte[] written = AliasDictionary.learned(List.of(new Definition("RDG", "Real-Time Distributed Graph")))
                .written();
        for (int length : new int[] {0, 3, 10, 20}) {
            assertThatThrownBy(() -> AliasDictionary.stored(Arrays.copyOf(written, length)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> AliasDictionary.stored(written).with(AliasDictionary.shipped()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(AliasDictionary.stored(AliasDictionary.none().written()).meanings(List.of("RDG")))
                .isEmpty();
    }

    @Test
    void whatIsShippedIsNotLearnedAgain() {
        AliasDictionary both = AliasDictionary.shipped()
                .with(AliasDictionary.learned(List.of(new Definition("RAG", "Retrieval-Augmented Generation"))));

        assertThat(both.fingerprint()).isEqualTo(AliasDictionary.shipped().fingerprint());
    }

    private static List<String> meanings(String typed) {
        return DICTIONARY.meanings(List.of(typed.split(" ", -1))).stream()
                .map(Meaning::text)
                .toList();
    }

    private static String print(String lines) {
        return AliasFileTest.read(lines).dictionary().fingerprint();
    }
}
