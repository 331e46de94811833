package dev.epitome.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebTextTest {

    @Test
    void onlyWhatXmlCanHoldIsLeft() {
        assertThat(WebText.xml("a\tb\nc🚀\u0085\uFFFD")).isEqualTo("a\tb\nc🚀\u0085\uFFFD");
        assertThat(WebText.xml("\u0000\u001F\uD83D\uFFFE\uFFFF")).isEqualTo("\uFFFD".repeat(5));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a?b=c&d#e, https://example.org/a?b=c&d#e",
        "https://example.org/a b, https://example.org/a%20b",
        "https://example.org/%41%zz%, https://example.org/%41%25zz%25",
        "https://example.org/ü🚀, https://example.org/%C3%BC%F0%9F%9A%80",
        "https://[::1]/[x], https://[::1]/%5Bx%5D",
        "https://example.org/#a#b, https://example.org/#a%23b",
        "?q=a|b, ?q=a%7Cb",
        "?q=[a]://b, ?q=%5Ba%5D://b",
        "'', ''",
    })
    void anAddressKeepsItsMeaning(String address, String fit) {
        assertThat(WebText.address(address)).isEqualTo(fit);
    }

    @Test
    void anyTextMakesAnAddressThatJavaReads() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                boolean ascii = random.nextInt(3) > 0;
                text.append((char) random.nextInt(ascii ? 0x80 : 0x10000));
            }
            String address = WebText.address("https://example.org/" + text);
            assertThat(URI.create(address).getHost()).as("seed %d", seed).isEqualTo("example.org");
            assertThat(URI.create("urn:x:a" + WebText.percentEncoded(text.toString())))
                    .as("seed %d", seed)
                    .isNotNull();
        }
    }
}
