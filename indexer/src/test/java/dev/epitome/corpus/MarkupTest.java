package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.ProcessorTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Inside Vec<T>",
                "Map<String, List<T>> and Friends",
                "Why a < b and c > d",
                "if (x<y && y>z)",
                "std::vector<int> in C++",
                "Using <T> and <K, V>",
                "The <b> Tag, Explained",
                "How <main> Helps",
                "<3 Rust",
                "R&D in AT&T",
                "?a=1&copy=2",
                "<?php echo 1",
                "x <- y",
            })
    void whatLooksLikeATagInATitleAndIsNoneIsKept(String title) {
        assertThat(Markup.line(title)).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Raft <em>by</em> Hand | Raft by Hand",
                "Raft <b class=\"x\">by</b> <i>Hand</i> | Raft by Hand",
                "The <code>Vec<T></code> Type | The Vec<T> Type",
                "H<sub>2</sub>O | H2O",
                "Raft<br>by<br/>Hand | Raft by Hand",
                "<a href=\"https://example.org/\">Raft</a> | Raft",
                "Raft &amp; Paxos | Raft & Paxos",
                "Vec&lt;T&gt; | Vec<T>",
                "caf&eacute; &#8217;s &#x2019; | café ’s ’",
                "&nonsense; stays | &nonsense; stays",
            })
    void whatDressesTheWordsOfATitleIsTakenOff(String title, String words) {
        assertThat(Markup.line(title)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Leaders,<br>logs &amp; <b>terms</b>.</p> | Leaders, logs & terms.",
                "<div>One</div><div>Two</div> | One Two",
                "One<p>Two | One Two",
                "<ul><li>One</li><li>Two</li></ul> | One Two",
                "Words.<script>alert('no')</script> More. | Words. More.",
                "Words.<style>p { color: red }</style> | Words.",
                "<!-- a note -->Words. | Words.",
                "<p>Inside Vec<T> and Map<K, V></p> | Inside Vec<T> and Map<K, V>",
                "Plain, and Vec<T> | Plain, and Vec<T>",
                "a < b &amp; b > c | a < b & b > c",
                "Fish &amp; chips | Fish & chips",
                "<img src=\"x.png\" alt=\"A cat\"> Words | Words",
                "<p>Before <iframe src=\"x\"> and after.</p> | Before and after.",
                "<p>Before <title> and after.</p> | Before and after.",
            })
    void aTextIsReadAsABrowserWouldShowItWhereItIsHtml(String text, String words) {
        assertThat(Markup.text(text).strip()).isEqualTo(words);
    }

    @Test
    void aPlainTextKeepsItsSigns() {
        assertThat(Markup.text("Compare a<b, then use Optional<String> & go.\n\nEnd."))
                .isEqualTo("Compare a<b, then use Optional<String> & go.\n\nEnd.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<a", "</", "&", "&#", "<a b=\"", "<p>", "<b><", "<!--", "&lt;", "<x y "})
    void aHostileTextIsReadInShortTime(String piece) {
        String text = piece.repeat(60_000 / piece.length());
        long millis = ProcessorTime.millis(() -> {
            assertThat(Markup.line(text)).isNotNull();
            assertThat(Markup.text(text)).isNotNull();
            assertThat(Markup.html(text)).isNotNull();
        });
        assertThat(millis).as("milliseconds").isLessThan(2_000);
    }
}
