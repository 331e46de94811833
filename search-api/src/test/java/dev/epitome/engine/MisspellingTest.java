package dev.epitome.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words are slips of the finger for others, and which are other words. */
final class MisspellingTest {

    @ParameterizedTest
    @CsvSource({
        // letters in the wrong order
        "kafak, kafka",
        "reids, redis",
        // a letter too few or too many within the word, and before it
        "hotstr, hotstar",
        "kaffka, kafka",
        "redsi, redis",
        // a letter for its neighbour on the keyboard, and a vowel for another
        "kadka, kafka",
        "kafks, kafka",
        "redes, redis",
        "rwdis, redis",
        // the same letter twice at the end, or once
        "redi, redii",
        "kafkaa, kafka",
        // in a long word what sounds alike, and a letter more or less anywhere
        "kubernedes, kubernetes",
        "consistensy, consistency",
        "kassandra, cassandra",
        "kubernetesx, kubernetes",
    })
    void aSlipOfTheFinger(String typed, String meant) {
        assertThat(Misspelling.isLikely(typed, meant)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // other letters of a short word
        "kafna, kafka",
        "rebis, redis",
        "xafka, kafka",
        // a letter more or less at the end of a short word
        "prisma, prism",
        "prism, prisma",
        // letters of two rows, and what only sounds alike
        "kavka, kafka",
        // a letter more within a very short one, unless it was hit twice
        "treap, trap",
        // the last vowel, and y for another
        "modula, module",
        "vyper, viper",
    })
    void aShortWordThatIsAnother(String typed, String meant) {
        assertThat(Misspelling.isLikely(typed, meant)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"keystore, keystone", "perceptron, perception", "telegraf, telegram", "kubernexes, kubernetes"})
    void aLongWordThatIsAnother(String typed, String meant) {
        assertThat(Misspelling.isLikely(typed, meant)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"jaava, java", "sintax, syntax", "pithon, python"})
    void aLetterHitTwiceAndAnotherVowelForY(String typed, String meant) {
        assertThat(Misspelling.isLikely(typed, meant)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "hypervisor, hypovisor",
        "internet, intranet",
        "microservice, macroservice",
        "prefix, postfix",
        "precondition, postcondition",
        "inlining, unlining",
        "inbound, outbound",
        "import, export",
        "encode, decode",
        "encrypt, decrypt",
        "increment, decrement",
        "monolingual, multilingual",
        "millisecond, microsecond",
        "isotropic, anisotropic",
        "synchronous, asynchronous",
        "serialize, deserialize",
        "deduplicate, reduplicate",
        "structured, unstructured",
        "mutable, immutable",
        "regular, irregular",
        "blocking, nonblocking",
        "normalize, denormalize",
        "connected, disconnected",
        "configured, misconfigured",
        "partition, repartition",
        "network, subnetwork",
        "symmetric, asymmetric",
    })
    void whatSaysTheOppositeIsNeverASlipNeitherWay(String one, String other) {
        assertThat(Misspelling.isLikely(one, other)).isFalse();
        assertThat(Misspelling.isLikely(other, one)).isFalse();
    }
}
