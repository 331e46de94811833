package dev.epitome.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.search.Seeds;
import dev.epitome.wire.ParameterException.Code;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryStringTest {

    @Test
    void noQueryStringHasNoParameters() {
        assertThat(QueryString.parse(null)).isEmpty();
        assertThat(QueryString.parse("")).isEmpty();
        assertThat(QueryString.parse("&&")).isEmpty();
    }

    @Test
    void parametersKeepTheirOrderAndTheirRepetitions() {
        assertThat(QueryString.parse("tag=b&q=x&tag=a"))
                .containsExactly(Map.entry("tag", List.of("b", "a")), Map.entry("q", List.of("x")));
    }

    @Test
    void onlyTheFirstEqualsSignParts() {
        assertThat(QueryString.parse("q=a=b&=c&d"))
                .isEqualTo(Map.of("q", List.of("a=b"), "", List.of("c"), "d", List.of("")));
    }

    @Test
    void plusAndPercentAreDecodedOnce() {
        assertThat(QueryString.parse("%71=a+b%2B%2526%C3%bc")).isEqualTo(Map.of("q", List.of("a b+%26ü")));
    }

    @Test
    void whatIsEncodedComesBackTheSame() {
        Seeds.runs(300, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                int character = random.nextInt(random.nextBoolean() ? 128 : Character.MAX_CODE_POINT + 1);
                boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
                text.appendCodePoint(half ? ' ' : character);
            }
            String encoded = URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
            assertThat(QueryString.parse("q=" + encoded)).isEqualTo(Map.of("q", List.of(text.toString())));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%1", "%zz", "%-1", "x%", "%ff", "%C3", "%C3x", "%ED%A0%80", "%C0%80", "%F5%80%80%80"})
    void whatIsNotPercentEncodedUtf8IsRefused(String value) {
        assertThat(catchThrowableOfType(ParameterException.class, () -> QueryString.parse("a=b&q=" + value)))
                .returns(Code.INVALID_PARAMETER, ParameterException::code)
                .returns("q", ParameterException::parameter)
                .hasMessageContaining("%25");
    }
}
