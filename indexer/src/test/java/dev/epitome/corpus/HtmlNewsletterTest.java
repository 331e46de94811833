package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.corpus.Inputs.Reading;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlNewsletterTest {

    private final Inputs inputs;

    HtmlNewsletterTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @Test
    void aLinkedTitleAndTheTextBelowItAreAnArticle() {
        Reading read = page("""
                <h1>Queue Weekly</h1>
                <h3><a href="https://eng.example.org/q">Sharding a queue</a></h3>
                <p>A shard per <b>tenant</b>.</p><p>It keeps hot keys <a href="https://x.example/k">apart</a>.</p>
                <h3><a href="https://eng.example.org/d">Draining a queue</a></h3>
                <p>How long it takes.</p>
                """);

        Article first = read.article("Sharding a queue");
        assertThat(first.url()).contains("https://eng.example.org/q");
        assertThat(first.summary()).isEqualTo("A shard per tenant. It keeps hot keys apart.");
        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue");
        assertThat(read.origins())
                .allSatisfy(origin -> assertThat(origin.digest()).contains("Queue Weekly 12"));
    }

    @Test
    void titlesMayBeginTheirParagraphs() {
        Reading read = page("""
                <p><b><a href="https://eng.example.org/q">Sharding a queue</a></b> — A shard per tenant.<br>Ann Example</p>
                <ul><li>🛠 <a href="https://eng.example.org/d">Draining a queue</a>: how long it takes.</li>
                <li>[video] <a href="https://eng.example.org/v">Queues for all</a></li></ul>
                """);

        assertThat(read.article("Sharding a queue").summary()).isEqualTo("A shard per tenant. Ann Example");
        assertThat(read.article("Draining a queue").summary()).isEqualTo("how long it takes.");
        assertThat(read.article("Queues for all").summary()).isEmpty();
    }

    @Test
    void tablesAreLaidOutAsPages() {
        Reading read = page("""
                <table><tr><td><table>
                  <tr><td><a href="https://eng.example.org/q"><img src="q.png" alt="A picture"></a></td></tr>
                  <tr><td style="font-size: 18px"><a href="https://eng.example.org/q?utm=1">Sharding a queue (4 minute read)</a></td></tr>
                  <tr><td>A shard per tenant.</td></tr>
                  <tr><td><a href="https://eng.example.org/q?b=2">Read more →</a></td></tr>
                </table></td></tr><tr><td><table>
                  <tr><td><span style="font-weight: bold">Code &amp; Tools</span></td></tr>
                  <tr><td><a href="https://eng.example.org/d">Draining a queue</a></td></tr><tr><td>How long it takes.</td></tr>
                </table></td></tr></table>
                """);

        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue");
        assertThat(read.article("Sharding a queue").summary()).isEqualTo("A shard per tenant.");
        assertThat(read.article("Draining a queue").summary()).isEqualTo("How long it takes.");
    }

    @Test
    void navigationAndFootersAreNoArticles() {
        Reading read = page("""
                <div style="display:none; max-height:0">What you would see in the inbox</div>
                <p><a href="https://w.example/12">View this email in your browser</a></p>
                <p><a href="https://w.example/">Home</a> | <a href="https://w.example/a">Past issues</a> | <a href="https://w.example/s">Our team</a></p>
                <nav><a href="https://w.example/long">A long entry of the menu</a></nav>
                <h3><a href="https://eng.example.org/q">Sharding a queue</a></h3><p>A shard per tenant.</p>
                <h3><a href="https://eng.example.org/d">Draining a queue</a></h3>
                <p>How long it takes. <a href="https://twitter.com/intent/tweet?x">Tweet this</a></p>
                <p><a href="https://w.example/u">Unsubscribe from this list</a></p>
                <p><a href="https://w.example/p">Update your preferences</a></p>
                <p>You are receiving this because you signed up.</p><p>1 Main Street</p>
                <style>a { color: red }</style><script>var x = "<a href='https://x.example/s'>A script of links</a>";</script>
                """);

        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue");
        assertThat(read.article("Draining a queue").summary()).isEqualTo("How long it takes.");
    }

    @Test
    void headingsOfSectionsBelongToNoArticle() {
        Reading read = page("""
                <h2>Updates</h2>
                <p><a href="https://eng.example.org/q">Sharding a queue</a></p><p>A shard per tenant.</p>
                <p><strong>Sponsored</strong></p>
                <p><a href="https://eng.example.org/d">Draining a queue</a></p><p>How long it takes.</p>
                """);

        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue");
        assertThat(read.article("Sharding a queue").summary()).isEqualTo("A shard per tenant.");
    }

    @Test
    void aTitleMayHaveItsLinkBehindItsText() {
        Reading read = page("""
                <h2>Sharding a queue</h2><p>A shard per tenant.</p><p><a href="https://eng.example.org/q">Continue reading</a></p>
                <h2>Draining a queue</h2><p>How long it takes. <a href="https://eng.example.org/d">Read the full article »</a></p>
                """);

        assertThat(read.article("Sharding a queue").url()).contains("https://eng.example.org/q");
        assertThat(read.article("Draining a queue").summary()).isEqualTo("How long it takes.");
    }

    @Test
    void aCardMayBeOneLink() {
        Reading read = page("""
                <a href="https://eng.example.org/q"><h3>Sharding a queue</h3><p>A shard per tenant.</p></a>
                <a href="https://eng.example.org/d"><h3>Draining a queue</h3><p>How long it takes.</p></a>
                """);

        assertThat(read.article("Sharding a queue").summary()).isEqualTo("A shard per tenant.");
    }

    @Test
    void aTableOfContentsIsMergedWithWhatItLists() {
        Reading read = page("""
                <ul><li><a href="https://eng.example.org/q">Sharding a queue</a></li>
                <li><a href="https://eng.example.org/d">Draining a queue</a></li></ul>
                <h3><a href="https://eng.example.org/q">Sharding a queue</a></h3><p>A shard per tenant.</p>
                <h3><a href="https://eng.example.org/d">Draining a queue</a></h3><p>How long it takes.</p>
                """);

        assertThat(read.articles())
                .extracting(Article::summary)
                .containsExactly("A shard per tenant.", "How long it takes.");
    }

    @Test
    void aSavedFrontPageGivesItsTitles() {
        Reading read = page("""
                <table><tr><td>1.</td><td><span><a href="https://eng.example.org/q">Sharding a queue</a> (<a href="https://n.example/from">eng.example.org</a>)</span></td></tr>
                <tr><td>120 points by <a href="https://n.example/ann">ann</a> 3 hours ago | <a href="https://n.example/1">45 comments</a></td></tr>
                <tr><td>2.</td><td><span><a href="https://eng.example.org/d">Draining a queue</a></span></td></tr></table>
                """);

        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue");
        assertThat(read.articles()).extracting(Article::summary).containsOnly("");
    }

    @Test
    void termsAreTitlesOfTheirDefinitions() {
        Reading read = page("""
                <dl><dt><a href="https://eng.example.org/q">Sharding</a></dt><dd>A shard per tenant.</dd>
                <dt><a href="https://eng.example.org/d">Draining</a></dt><dd>How long it takes.</dd></dl>
                """);

        assertThat(read.articles())
                .extracting(Article::summary)
                .containsExactly("A shard per tenant.", "How long it takes.");
    }

    @Test
    void relativeLinksStartWhereThePageSays() {
        Reading read = inputs.read("page.html", """
                <html><head><link rel="canonical" href="https://w.example/issues/12"></head><body>
                <h3><a href="/q">Sharding a queue</a></h3><p>A shard.</p><h3><a href="d">Draining a queue</a></h3><p>Long.</p>
                """);

        assertThat(read.article("Sharding a queue").url()).contains("https://w.example/q");
        assertThat(read.article("Draining a queue").url()).contains("https://w.example/issues/d");
    }

    @Test
    void oneSavedArticleIsThatArticle() {
        Article article = inputs.read("page.html", """
                        <!doctype html><html><head><title>Sharding a queue | Example Eng</title>
                        <meta property="og:title" content="Sharding a queue"><meta property="og:type" content="article">
                        <meta property="og:description" content="A shard per tenant."><meta name="author" content="Ann Example">
                        <meta property="article:published_time" content="2024-03-15T09:00:00Z">
                        <meta property="og:site_name" content="Example Eng"><meta property="article:tag" content="queues">
                        <link rel="canonical" href="https://eng.example.org/q"></head>
                        <body><h1>Sharding a queue</h1><p>%s <a href="https://x.example/1">See one</a>.</p>
                        <p><a href="https://x.example/2">Related to this one</a></p><p><a href="https://x.example/3">And to this one</a></p>
                        """.formatted("A long text of the article itself. ".repeat(40)))
                .article("Sharding a queue");

        assertThat(article.summary()).isEqualTo("A shard per tenant.");
        assertThat(article.url()).contains("https://eng.example.org/q");
        assertThat(article.published().orElseThrow()).hasToString("2024-03-15");
        assertThat(article.authors()).containsExactly("Ann Example");
        assertThat(article.source()).contains("Example Eng");
        assertThat(article.tags()).containsExactly("queues");
    }

    @Test
    void aPageOfNothingButMenusIsRefusedInPlainWords() {
        Reading read = page(
                "<ul><li><a href='https://w.example/'>Home</a></li><li><a href='https://w.example/l'>Log in</a></li></ul>");

        assertThat(read.articles()).isEmpty();
        assertThat(read.rejected()).hasSize(1).first().asString().contains("page.html:1: is an HTML page with neither");
    }

    @Test
    void nestingIsNeverTooDeep() {
        Reading read = page("<div>".repeat(100_000)
                + "<p><a href='https://eng.example.org/q'>Sharding a queue</a> - A shard per tenant.</p>");

        assertThat(read.entries()).isNotEmpty();
    }

    private Reading page(String body) {
        return inputs.read(
                "page.html",
                "<!doctype html><html><head><title>Queue Weekly 12</title></head><body>" + body + "</body></html>");
    }
}
