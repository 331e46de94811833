package dev.epitome.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.search.Seeds;
import dev.epitome.search.Snippet;
import dev.epitome.search.Snippet.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SnippetHtmlTest {

    @Test
    void highlightsStandBetweenMarks() {
        assertThat(html("a cache, a Cache", new Span(2, 7), new Span(11, 16)))
                .isEqualTo("a <mark>cache</mark>, a <mark>Cache</mark>");
    }

    @Test
    void whatIsMarkupInHtmlIsEscapedInsideAndOutsideOfMarks() {
        assertThat(html("<script>alert('x')</script> & \"R&D\"", new Span(1, 7), new Span(31, 34)))
                .isEqualTo(
                        "&lt;<mark>script</mark>&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;<mark>R&amp;D</mark>&quot;");
    }

    @Test
    void aTextWithoutHighlightsIsEscapedTheSameWay() {
        assertThat(SnippetHtml.of("<b> & 'c'")).isEqualTo("&lt;b&gt; &amp; &#39;c&#39;");
    }

    @Test
    void otherCharactersStayAsTheyAre() {
        assertThat(html("🚀 Zürich – 漢字 cache", new Span(15, 20))).isEqualTo("🚀 Zürich – 漢字 <mark>cache</mark>");
    }

    @Test
    void anEllipsisStandsWhereTheTextGoesOn() {
        List<Span> first = List.of(new Span(0, 1));
        assertThat(SnippetHtml.of(new Snippet("a", 5, false, false, first))).isEqualTo("… <mark>a</mark> …");
        assertThat(SnippetHtml.of(new Snippet("a", 0, true, false, first))).isEqualTo("<mark>a</mark> …");
        assertThat(SnippetHtml.of(new Snippet("a", 5, false, true, first))).isEqualTo("… <mark>a</mark>");
    }

    @Test
    void withoutItsMarksAndEscapesItIsTheText() {
        Seeds.runs(500, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                text.append("<>&\"'ab🚀;#3 ", i % 12, i % 12 + 1 + random.nextInt(12 - i % 12));
            }
            int start = random.nextInt(text.length() - 1);
            int end = start + 1 + random.nextInt(text.length() - start - 1);
            String html = html(text.toString(), new Span(start, end));
            String plain = html.replace("<mark>", "").replace("</mark>", "");
            assertThat(plain).doesNotContain("<", ">", "\"", "'");
            assertThat(plain.replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&quot;", "\"")
                            .replace("&#39;", "'")
                            .replace("&amp;", "&"))
                    .isEqualTo(text.toString());
        });
    }

    private static String html(String text, Span... highlights) {
        return SnippetHtml.of(new Snippet(text, 0, true, true, List.of(highlights)));
    }

    @Test
    void asBytesItIsTheSame() {
        for (String text : List.of("Fish & chips", "“Größe” <b>", "🚀 to the \u2026 moon")) {
            for (boolean whole : List.of(true, false)) {
                Snippet snippet = new Snippet(text, 7, whole, !whole, List.of(new Snippet.Span(2, 5)));
                assertThat(new String(SnippetHtml.utf8(snippet), StandardCharsets.UTF_8))
                        .isEqualTo(SnippetHtml.of(snippet));
            }
        }
    }
}
