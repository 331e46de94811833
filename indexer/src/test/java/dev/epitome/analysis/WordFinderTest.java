package dev.epitome.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordFinderTest {

    private static final List<String> PIECES = List.of(
            "ran",
            "Running",
            "inaccessible",
            "dying",
            "skies",
            "analyses",
            "children",
            "EKS",
            "maps",
            "MAPS",
            "ConfigMaps",
            "e-mail",
            "state-of-the-art",
            "C++",
            "c#",
            ".NET",
            "(.NET)",
            "node.js,",
            "HttpAgilityPack",
            "OAuth2",
            "I",
            "a",
            "don't",
            "Uber's",
            "https://x.y/z?a=b",
            "10,000",
            "--flag",
            "-x",
            "#java",
            "@Override",
            "std::move",
            "é",
            "naïve",
            "caching—reads",
            "“quoted”",
            "缓存",
            "🚀",
            "-",
            "&",
            "...",
            "word.",
            "word,",
            "(word)",
            "[word]:",
            "max_connections",
            "x",
            "Go",
            "go",
            "going",
            "\"",
            "AT&T",
            "1️⃣",
            "1/2",
            "$O(3/4)$",
            "ﬁle",
            "İstanbul",
            "cre\u0301ma",
            "TCP/IP",
            "GPT-4",
            "a\u00A0b");

    @Test
    void givesEveryWordThatHasOneOfTheTermsAndTheirDistances() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            String text = text(random);
            List<TextWord> words = TextAnalysis.words(text);
            Set<String> terms = terms(random, words);
            assertThat(found(text, terms))
                    .as("%s in “%s” (-Dseed=%d, round %d)", terms, text, seed, round)
                    .isEqualTo(expected(words, terms));
            assertThat(positions(text, terms))
                    .as("%s in “%s” (-Dseed=%d, round %d)", terms, text, seed, round)
                    .isEqualTo(positions(words, terms));
        }
    }

    @Test
    void analysesOnlyWordsThatMayBeMeant() {
        int[] looked = new int[1];
        String text =
                "Amazon runs containers on a managed control plane so that teams upgrade clusters calmly. ".repeat(20);
        new WordFinder(Set.of("eks"), false, TextAnalysis::words).find(text, new WordFinder.Visitor() {
            @Override
            public void word(TextWord word) {
                looked[0]++;
            }

            @Override
            public void passed(int positions) {}
        });
        assertThat(looked[0]).isZero();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            text.append(List.of(" ", " ", " ", "  ", "\n", "\t", "").get(random.nextInt(7)));
        }
        return text.toString();
    }

    private static Set<String> terms(Random random, List<TextWord> words) {
        List<String> all = new ArrayList<>(List.of("run", "accessibility", "die", "sky", "email", "nothing", "e"));
        words.forEach(word -> termsOf(word).forEach(all::add));
        Set<String> terms = new HashSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            terms.add(all.get(random.nextInt(all.size())));
        }
        return terms;
    }

    private static Stream<String> termsOf(TextWord word) {
        return Stream.concat(
                Stream.of(word.exact(), word.loose()), word.parts().stream().map(TextWord.Part::term));
    }

    private static boolean has(TextWord word, Set<String> terms) {
        return termsOf(word).anyMatch(terms::contains) || terms.stream().anyMatch(word.exact()::startsWith);
    }

    /** With the position of each that follows the one before. */
    private record Placed(TextWord word, boolean follows) {}

    private static List<Placed> expected(List<TextWord> words, Set<String> terms) {
        List<Placed> expected = new ArrayList<>();
        int position = 0;
        int after = 0;
        for (TextWord word : words) {
            if (has(word, terms)) {
                expected.add(new Placed(word, position == after));
                after = position + word.positions();
            }
            position += word.positions();
        }
        return expected;
    }

    private static Map<Integer, TextWord> positions(List<TextWord> words, Set<String> terms) {
        Map<Integer, TextWord> positions = new TreeMap<>();
        int position = 0;
        for (TextWord word : words) {
            if (has(word, terms)) {
                positions.put(position, word);
            }
            position += word.positions();
        }
        return positions;
    }

    private static Map<Integer, TextWord> positions(String text, Set<String> terms) {
        Map<Integer, TextWord> positions = new TreeMap<>();
        new WordFinder(terms, true, TextAnalysis::words).find(text, new WordFinder.Visitor() {
            private int position;

            @Override
            public void word(TextWord word) {
                positions.put(position, word);
                position += word.positions();
            }

            @Override
            public void passed(int more) {
                position += more;
            }
        });
        return positions;
    }

    private static List<Placed> found(String text, Set<String> terms) {
        List<Placed> found = new ArrayList<>();
        new WordFinder(terms, false, TextAnalysis::words).find(text, new WordFinder.Visitor() {
            private int position;
            private int after;

            @Override
            public void word(TextWord word) {
                if (has(word, terms)) {
                    found.add(new Placed(word, position == after));
                    after = position + word.positions();
                }
                position += word.positions();
            }

            @Override
            public void passed(int positions) {
                position += positions;
            }
        });
        return found;
    }
}
