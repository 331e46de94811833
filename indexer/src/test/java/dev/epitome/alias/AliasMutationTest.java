package dev.epitome.alias;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a dictionary file holds, and whatever is looked up: nothing is thrown, and the rules hold. */
class AliasMutationTest {

    private static final List<String> SPLINTERS = List.of(
            ",", "=>", "\\", "#", "\n", "\r\n", "\r", "\t", "\0", "\uFEFF", " ", "-", "'s", "s", "İ", "ß", "😀", "數",
            "é", "e\u0301", "Ａ", "++", "\"");

    @Test
    void aDamagedDictionaryIsReadOrReported() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] shipped = shipped();
        int problems = 0;
        for (int round = 0; round < 300; round++) {
            int from = random.nextInt(shipped.length - 2_000);
            byte[] damaged = damage(Arrays.copyOfRange(shipped, from, from + 2_000), random);
            AliasFile file = AliasFileTest.read(damaged);
            int lines = (int)
                    new String(damaged, StandardCharsets.ISO_8859_1).lines().count();
            assertThat(file.problems())
                    .as("seed %d", seed)
                    .allMatch(problem -> problem.line() >= 1 && problem.line() <= lines)
                    .allMatch(problem -> problem.toString().chars().noneMatch(Character::isISOControl));
            problems += file.problems().size();
        }
        assertThat(problems).as("seed %d", seed).isPositive();
    }

    @Test
    void noMeaningIsTheWordsThemselvesAndNoneComesTwice() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> words =
                List.of("EKS", "large", "language", "model", "models", "C#", "role-based", "access", "CDC");
        for (int round = 0; round < 20_000; round++) {
            StringBuilder typed = new StringBuilder(words.get(random.nextInt(words.size())));
            for (int i = random.nextInt(6); i > 0; i--) {
                List<String> from = random.nextBoolean() ? words : SPLINTERS;
                typed.append(random.nextBoolean() ? " " : "").append(from.get(random.nextInt(from.size())));
            }
            String key = AliasKey.of(typed.toString());
            List<String> keys = AliasDictionary.shipped().meanings(List.of(typed.toString())).stream()
                    .map(meaning -> AliasKey.of(meaning.text()))
                    .toList();
            assertThat(keys)
                    .as("seed %d, typed %s", seed, typed)
                    .doesNotHaveDuplicates()
                    .doesNotContain(key);
            assertThat(AliasKey.of(key)).as("seed %d, typed %s", seed, typed).isEqualTo(key);
        }
    }

    private static byte[] damage(byte[] bytes, Random random) {
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
        for (int i = random.nextInt(20); i > 0; i--) {
            text.insert(random.nextInt(text.length()), SPLINTERS.get(random.nextInt(SPLINTERS.size())));
        }
        byte[] damaged = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(5); i > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private static byte[] shipped() throws IOException {
        try (InputStream in = Objects.requireNonNull(AliasDictionary.class.getResourceAsStream("aliases.txt"))) {
            return in.readAllBytes();
        }
    }
}
