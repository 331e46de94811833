package dev.epitome.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A reader that remembers gives what is given without. */
final class WordReaderTest {

    private static final List<String> TEXTS = List.of(
            "Containers contain LLMs, llms and an LLM",
            "containers CONTAIN Node.js-like services",
            "The ConfigMaps of Kubernetes, and a kubernetes cluster: containers",
            "caches caching cached CACHES",
            "naïve café-goers run e-mail servers at 127.0.0.1:8080");

    @Test
    void theSameWordsAreReadAgainAndAgain() {
        WordReader reader = new WordReader();
        for (int round = 0; round < 3; round++) {
            for (String text : TEXTS) {
                assertThat(reader.words(text)).as(text).isEqualTo(TextAnalysis.words(text));
            }
        }
    }

    @Test
    void whatIsNoLongerRememberedIsReadAllTheSame() {
        Stems few = new Stems(3);
        for (String word : List.of("containers", "caching", "services", "clusters", "running", "caching")) {
            assertThat(few.ofProse(word)).as(word).isEqualTo(new Stems().ofProse(word));
        }
    }
}
