package dev.epitome.alias;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.alias.AliasDictionary.Meaning;
import dev.epitome.alias.AliasLine.Term;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped dictionary says, and what it must never say. */
class ShippedAliasesTest {

    /** Words that are typed for themselves, plurals included. */
    private static final String EVERYDAY = """
            a about above across add after again against age ago all almost alone along also always am among an and any
            anything are area around art as ask at away back bad bag ball ban band bar base bat be bean beat because bed
            been before behind below best better between big bit blue board boat body book both bottom box brain branch
            bring broken brush build built burst bus but buy by call came can cap car card care case cat catch cause cell
            chain change chart cheap check choose city class clean clear close cloud coat code cold come cost could count
            course cover cow cut dart dash date day dead deal deep did die different do does dog done door dot down draw
            drive drop dry dust each ear early earth easy eat edge elastic else end enough even event ever every example
            eye face fact fall far fast fat feel few field file fill final find fire first fit five fix flag flat flow
            flux fly follow food for form four free from full fun fuse future game gas gave get give go gold good got
            great ground group grow guide had half hand hard has hat have he head hear heart heat help her here high him
            his hit hold home hot hour house how idea if in inside into is it its job join jump just keep key kind king
            kiss know land large last late lead learn led left less let level life light like line list little live load
            local log long look lost lot love low made main make man many map mark mask mat match may me mean meet mesh
            met mind mine mint miss mix mob money month moon more most move much must my name near need nest net never
            new next night no not note nothing now number nut of off often oil old on once one only open or order other
            our out over own page pan part pass past path pay pen people pet pick piece pin pink place plan play please
            plug point pool poor pop port post pot press price pull push put question quick race rain ran rat reach react
            read real record red rest right ring rise risk road rock roll room rope rose round row rule run rust safe saga
            said salt same sand sat save saw say scale sea seat second see seed self sell send sense set seven shape share
            she shell ship shop short should show side sign simple since sing sit site six size skill sleep slow small
            snow so soft soil solid some song soon sort sound space spark speak spin spot spring stack stage stand star
            start state stay steam stem step still stone stop store storm story stream string strong such sun sure swift
            table tag take talk tall tap task team tell ten test than that the their them then there these they thin thing
            think this those three through time tin tip to today together too took tool top touch town track trade train
            tree trip true try turn two type under until up upon us use used user van vast very view visit voice wait
            walk wall want war was wash watch water wave way we weak wear web week well went were what wheel when where
            which while white who whole why wide wife wild will win wind wire wish with without wood word work world worse
            would write wrong year yes yet you young your zero
            """;

    /** Everyday words that are also terms of the field, and whose meanings surprise nobody here. */
    private static final Set<String> ALLOWED = Set.of("rest", "cow", "dos");

    @Test
    void everyLineIsGood() throws IOException {
        assertThat(shipped().problems()).isEmpty();
    }

    @Test
    void thereAreManyEntriesUnderHeadings() throws IOException {
        List<String> lines = lines();

        assertThat(lines.stream().filter(line -> !line.isEmpty() && line.charAt(0) != '#'))
                .hasSizeGreaterThanOrEqualTo(1_000);
        assertThat(lines.stream().filter(line -> line.startsWith("# "))).hasSizeGreaterThan(15);
        assertThat(AliasDictionary.shipped().fingerprint())
                .isEqualTo(shipped().dictionary().fingerprint());
    }

    @Test
    void noPairIsSaidTwice() throws Exception {
        Map<String, String> lineOf = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (String text : lines()) {
            for (String pair : pairs(AliasLine.parse(text))) {
                String other = lineOf.putIfAbsent(pair, text);
                if (other != null) {
                    twice.add(other + "  |  " + text);
                }
            }
        }

        assertThat(twice).isEmpty();
        assertThat(lineOf).hasSizeGreaterThan(2_000);
    }

    @Test
    void aWordOfEverydayEnglishMeansItself() {
        List<String> surprising = new ArrayList<>();
        for (String word : EVERYDAY.strip().split("\\s+", -1)) {
            for (String typed : List.of(word, word + "s")) {
                if (!ALLOWED.contains(typed) && !ALLOWED.contains(word)) {
                    meanings(typed).forEach(other -> surprising.add(typed + ": " + other));
                }
            }
        }

        assertThat(surprising).isEmpty();
        assertThat(ALLOWED)
                .allMatch(word ->
                        !AliasDictionary.shipped().meanings(List.of(word)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EKS                         | Elastic Kubernetes Service",
                "elastic kubernetes service  | EKS",
                "ECS                         | Elastic Container Service",
                "EBS                         | Elastic Block Store",
                "EFS                         | Elastic File System",
                "k8s                         | Kubernetes",
                "kubernetes                  | k8s",
                "postgres                    | PostgreSQL",
                "postgresql                  | Postgres",
                "role based access control   | RBAC",
                "rbac                        | role-based access control",
                "JS                          | JavaScript",
                "javascript                  | JS",
                "LLMs                        | large language model",
                "large language models       | LLM",
                "infra                       | infrastructure",
                "infrastructure              | infra",
                "repo                        | repository",
                "config                      | configuration",
                "db                          | database",
                "auth                        | authorization",
                "async                       | asynchronous",
                "i18n                        | internationalization",
                "o11y                        | observability",
                "end to end                  | e2e",
                "peer to peer                | P2P",
                "CI/CD                       | continuous integration and continuous delivery",
                "CD                          | continuous deployment",
                "CD                          | continuous delivery",
                "CDC                         | change data capture",
                "RAG                         | retrieval-augmented generation",
                "golang                      | Go",
                "c#                          | csharp",
                "cpp                         | C++",
                "dotnet                      | .NET",
                "extract, transform, load    | ETL",
                "MCP                         | Model Context Protocol",
                "PR                          | pull request",
                "mTLS                        | mutual TLS"
            })
    void termsOfTheFieldAreListed(String typed, String meaning) {
        assertThat(meanings(typed)).contains(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "EKS, ECS",
        "EKS, EBS",
        "EKS, EFS",
        "ECS, EBS",
        "EBS, EFS",
        "C, C++",
        "C, C#",
        "Java, JavaScript",
        "Go, golang",
        "authentication, auth",
        "authentication, authorization",
        "TLS, SSL",
        "SQL, NoSQL",
        "Docker, Kubernetes",
        "continuous delivery, continuous deployment",
        "OpenTelemetry, OpenTracing",
        "MySQL, PostgreSQL",
        "IT, ITSM"
    })
    void neighboursAreNotEqual(String one, String other) {
        assertThat(meanings(one)).doesNotContain(other);
    }

    @Test
    void noEntryIsOfMoreWordsThanAQueryIsLookedUpIn() {
        assertThat(AliasDictionary.shipped().longest()).isBetween(5, AliasLine.MAX_WORDS);
    }

    private static Set<String> pairs(AliasLine line) {
        Set<String> pairs = new HashSet<>();
        for (Term left : line.left()) {
            for (Term right : line.right().isEmpty() ? line.left() : line.right()) {
                if (!left.key().equals(right.key())) {
                    pairs.add(left.key() + " > " + right.key());
                }
            }
        }
        return pairs;
    }

    private static List<String> meanings(String typed) {
        return AliasDictionary.shipped().meanings(List.of(typed.split(" ", -1))).stream()
                .map(Meaning::text)
                .toList();
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = resource()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static AliasFile shipped() throws IOException {
        try (InputStream in = resource()) {
            return AliasFile.read(in, "aliases.txt", AliasOrigin.SHIPPED);
        }
    }

    private static InputStream resource() {
        return Objects.requireNonNull(AliasDictionary.class.getResourceAsStream("aliases.txt"));
    }
}
