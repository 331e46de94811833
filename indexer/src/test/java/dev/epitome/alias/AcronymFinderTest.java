package dev.epitome.alias;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.ProcessorTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcronymFinderTest {

    /** What texts are made of that lead such an algorithm astray. */
    private static final List<String> SPLINTERS = List.of(
            "(",
            ")",
            "((",
            "))",
            "()",
            "(AB)",
            "(ABCDEFGHIJ)",
            "(As)",
            "(S3)",
            "(a",
            "\"",
            "'s",
            "’",
            ". ",
            ", ",
            "; ",
            "\n",
            "\t",
            "\u00A0",
            "-",
            "/",
            "&",
            "alpha beta ",
            "aaaa ",
            "of the ",
            "Role-Based Access Control ",
            "RBAC ",
            "real-time",
            "İ",
            "ß",
            "数据库",
            "😀",
            "\uD83D",
            "\uDE00",
            "\0",
            "\uFEFF",
            "e\u0301",
            "9",
            "Hypertext ");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a Real-Time Distributed Graph (RDG) of users       | RDG | Real-Time Distributed Graph",
                "The retrieval-augmented generation (RAG) pipeline  | RAG | retrieval-augmented generation",
                "adds role-based access control (RBAC)              | RBAC | role-based access control",
                "a large language model (LLM)                       | LLM | large language model",
                "many large language models (LLMs)                  | LLM | large language model",
                "network policies (NPs)                             | NP  | network policy",
                "consistent caches (CCs)                            | CC  | consistent caches",
                "APNs (Apple Push Notification service)             | APNs | Apple Push Notification service",
                "Generic associated types (GATs) in Rust            | GAT | Generic associated type",
                "the OpenTelemetry (OTel) project                   | OTel | OpenTelemetry",
                "the OpenTelemetry Protocol (OTLP)                  | OTLP | OpenTelemetry Protocol",
                "Hypertext Transfer Protocol (HTTP)                 | HTTP | Hypertext Transfer Protocol",
                "Secure Sockets Layer (SSL)                         | SSL | Secure Sockets Layer",
                "Time to Interactive (TTI)                          | TTI | Time to Interactive",
                "evicts what came first in, first out (FIFO)        | FIFO | first in, first out",
                "denial-of-service (DoS) attacks                    | DoS | denial-of-service",
                "National Payments Corporation of India (NPCI)      | NPCI | National Payments Corporation of India",
                "continuous integration and continuous delivery (CI/CD) | CI/CD | continuous integration and continuous delivery",
                "Simple Storage Service (S3)                        | S3  | Simple Storage Service",
                "Elastic Compute Cloud (EC2)                        | EC2 | Elastic Compute Cloud",
                "peer-to-peer (P2P) networks                        | P2P | peer-to-peer",
                "a 'time series database' (TSDB)                    | TSDB | time series database",
                "\"service level objective\" (\"SLO\")              | SLO | service level objective",
                "FCM (Firebase Cloud Messaging)                     | FCM | Firebase Cloud Messaging",
                "NPM (the new package maker)                        | NPM | new package maker",
                "CQRS (command query responsibility segregation, as Young named it) | CQRS | command query responsibility segregation",
                "command query responsibility segregation (CQRS, for short) | CQRS | command query responsibility segregation",
                "Uber's change data capture (CDC)                   | CDC | change data capture",
                "the Distributed Cache's (DC) fault                 | DC  | Distributed Cache",
                "least recently used (LRU), most recently used (MRU | LRU | least recently used",
                "the old one failed. Change Data Capture (CDC)      | CDC | Change Data Capture"
            })
    void definitionsAreFound(String text, String acronym, String expansion) {
        assertThat(AcronymFinder.definitions(text)).containsExactly(new Definition(acronym, expansion));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "()",
                "(RAG)",
                "others (and others)",
                "released in May (2025)",
                "a short form (SF",
                "for example (e.g. x)",
                "the payment team (API)",
                "a plain interface (API)",
                "application. Programming interface (API)",
                "application\nprogramming interface (API)",
                "application (new) programming interface (API)",
                "machine (learning (ML))",
                "advisory (CVE-2024-36129)",
                "symlinks (CWE-363)",
                "rows are read in O(n)",
                "hash(password + salt)",
                "the four golden signals (Google SRE book)",
                "moved to MongoDB (2015)",
                "Nodes (small integers)",
                "large language model (llm)",
                "information technology (IT)",
                "Operations Research (OR)",
                "API (API access policy interface API)",
                "a b c (ABC DEF GHI)",
                "Kubernetes (K8s)",
                "moved fast (MUCH)",
                "an access point (AAP)",
                "the terabyte (TTB)",
                "How Disney Hotstar (now JioHotstar) scaled",
                "Microsoft (MSFT)",
                "wins big at re:Invent (AWS)",
                "Ünïcödé (ÜÖ!)"
            })
    void otherParenthesesAreNoDefinitions(String text) {
        assertThat(AcronymFinder.definitions(text)).isEmpty();
    }

    @Test
    void severalDefinitionsKeepTheirOrderAndEachComesOnce() {
        String text = "least recently used (LRU), most recently used (MRU) and again least recently used (LRU)";

        assertThat(AcronymFinder.definitions(text))
                .containsExactly(
                        new Definition("LRU", "least recently used"), new Definition("MRU", "most recently used"));
    }

    @Test
    void aTextGivesNoMoreThanSixtyFourDefinitions() {
        String text = IntStream.range(0, 100)
                .mapToObj(i -> "alpha" + i + " beta" + i + " (AB)")
                .collect(Collectors.joining(", "));

        assertThat(AcronymFinder.definitions(text)).hasSize(AcronymFinder.MAX_DEFINITIONS);
    }

    @Test
    void anExpansionHasNoMoreThanAHundredCharacters() {
        assertThat(AcronymFinder.definitions("a" + "x".repeat(97) + " b (AB)")).hasSize(1);
        assertThat(AcronymFinder.definitions("a" + "x".repeat(98) + " b (AB)")).isEmpty();
    }

    @Test
    void anyTextIsTakenAndEveryDefinitionKeepsTheRules() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int found = 0;
        for (int round = 0; round < 20_000; round++) {
            String text = text(random, random.nextInt(40));
            List<Definition> definitions = AcronymFinder.definitions(text);
            found += definitions.size();
            assertThat(definitions).as("seed %d, round %d", seed, round).allMatch(AcronymFinderTest::keepsTheRules);
        }
        assertThat(found).as("seed %d", seed).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", ")", "(AB", "(ABCDEFGHIJ) ", "a (AA) ", "aaaaaaaaaa ", "alpha beta (XY) ", "a", "a-"})
    void aMegabyteOfAnythingIsReadInLittleTime(String piece) {
        String text = piece.repeat(1_000_000 / piece.length()) + "(AAAAAAAAAA)";
        long millis = ProcessorTime.millis(() ->
                assertThat(AcronymFinder.definitions(text)).hasSizeLessThanOrEqualTo(AcronymFinder.MAX_DEFINITIONS));
        // Far above what it takes, far below what anything but linear time would.
        assertThat(millis).as("milliseconds").isLessThan(20_000);
    }

    private static boolean keepsTheRules(Definition definition) {
        String acronym = definition.acronym();
        String expansion = definition.expansion();
        return acronym.length() >= 2
                && acronym.length() <= 10
                && Character.isLetterOrDigit(acronym.charAt(0))
                && expansion.length() > acronym.length()
                && expansion.length() <= 100
                && expansion.equals(expansion.strip())
                && expansion.chars().noneMatch(c -> "()\n".indexOf(c) >= 0);
    }

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(
                    random.nextInt(8) == 0
                            ? Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1))
                            : SPLINTERS.get(random.nextInt(SPLINTERS.size())));
        }
        return text.toString();
    }
}
