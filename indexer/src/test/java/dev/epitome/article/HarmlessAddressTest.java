package dev.epitome.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://google.com@evil.example/, https://evil.example/",
        "https://google.com:443@evil.example:8443/a?b#c, https://evil.example:8443/a?b#c",
        "HTTP://google.com%2Fsearch@evil.example, HTTP://evil.example",
        "https://a@b@evil.example/@me, https://evil.example/@me",
        "https://evil.example\\@google.com/, https://evil.example/@google.com/",
        "https://google.com@evil.example\\x, https://evil.example/x",
        "https://user@[::1]/, https://[::1]/",
    })
    void anArticleIsAtTheHostThatItsAddressSeemsToName(String url, String harmless) {
        assertThat(at(url).url()).hasValue(harmless);
        assertThat(at(url).id()).isEqualTo(at(harmless).id());
        assertThat(Article.isMisleading(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202E", "\u2066", "\u2069", "\u200E", "\u200F", "\u061C"})
    void noMarkOfDirectionTurnsAnAddress(String mark) {
        String url = "https://example.org/" + mark + "moc.elgoog";
        assertThat(at(url).url()).hasValue("https://example.org/moc.elgoog");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mastodon.example/@user/1",
                "https://example.org/?to=a@b.example",
                "https://example.org/#a@b",
                "https://[::1]:8080/a",
                "https://example.org/a\\b",
                "https://müller.example/ü",
            })
    void otherAddressesStayAsTheyAre(String url) {
        assertThat(at(url).url()).hasValue(url);
        assertThat(Article.isMisleading(url)).isFalse();
    }

    @Test
    void whatCouldBeAnAddressStaysOneAndGrowsNoLonger() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("https://");
            for (int length = 1 + random.nextInt(10); length > 0; length--) {
                text.append("ab@@:/\\?#\u202E\u2066.".charAt(random.nextInt(12)));
            }
            String url = text.toString();
            String harmless = HarmlessAddress.of(url);
            assertThat(harmless.length()).as("seed %d: %s", seed, url).isLessThanOrEqualTo(url.length());
            assertThat(Article.isWebAddress(harmless) || !Article.isWebAddress(url))
                    .as("seed %d: %s", seed, url)
                    .isTrue();
        }
    }

    private static Article at(String url) {
        return Article.titled("Title").url(url).build();
    }
}
