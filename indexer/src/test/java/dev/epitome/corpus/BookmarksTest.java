package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.corpus.Inputs.Reading;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookmarksTest {

    private final Inputs inputs;

    BookmarksTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @Test
    void browsersExportThemAfterNetscape() {
        Reading read = bookmarks("""
                <DT><H3 ADD_DATE="1710400000">Queues</H3>
                <DD>What the folder is for.
                <DL><p>
                  <DT><A HREF="https://eng.example.org/q" ADD_DATE="1710500000" ICON="data:image/png;base64,AAAA" TAGS="queues,message broker">Sharding a queue</A>
                  <DD>A shard &amp; a tenant.
                  <DT><A HREF="https://eng.example.org/r?a=1&amp;b=2" ADD_DATE="1710500001" SHORTCUTURL="r">Retries &amp; Vec&lt;T&gt;</A>
                </DL><p>
                """);

        Article first = read.article("Sharding a queue");
        assertThat(first.summary()).isEqualTo("A shard & a tenant.");
        assertThat(first.tags()).containsExactly("queues", "message broker");
        Article second = read.article("Retries & Vec<T>");
        assertThat(second.url()).contains("https://eng.example.org/r?a=1&b=2");
        assertThat(second.summary()).isEmpty();
        assertThat(second.tags()).isEmpty();
        assertThat(read.articles()).hasSize(2);
    }

    @Test
    void whenALinkWasSavedIsNotWhenItWasPublished() {
        Reading read =
                bookmarks("<DT><A HREF=\"https://eng.example.org/q\" ADD_DATE=\"1710500000\">Sharding a queue</A>");

        assertThat(read.articles())
                .allSatisfy(article -> assertThat(article.published()).isEmpty());
        assertThat(read.origins())
                .first()
                .satisfies(origin -> assertThat(origin.saved().orElseThrow()).hasToString("2024-03-15"));
    }

    @Test
    void whatLeadsToNoPageIsPassedOverQuietly() {
        Reading read = bookmarks("""
                <DT><A HREF="javascript:alert(1)">A bookmarklet</A><DD>Its text.
                <DT><A HREF="place:sort=8&amp;maxResults=10">Most visited</A>
                <DT><A HREF="about:config">Settings</A><DT><A HREF="chrome://flags">Flags</A><DT><A HREF="file:///tmp/x">A file</A>
                <DT><A HREF="https://eng.example.org/q">Sharding a queue</A>
                """);

        assertThat(read.titles()).containsExactly("Sharding a queue");
        assertThat(read.article("Sharding a queue").summary()).isEmpty();
        assertThat(read.rejected()).isEmpty();
    }

    @Test
    void pocketExportsAList() {
        Reading read = inputs.read("ril_export.html", """
                <!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
                <li><a href="https://eng.example.org/q" time_added="1710500000" tags="queues,kafka">Sharding a queue</a></li>
                <li><a href="https://eng.example.org/d" time_added="1710500001" tags=""></a></li>
                </ul></body></html>
                """);

        assertThat(read.article("Sharding a queue").tags()).containsExactly("queues", "kafka");
        assertThat(read.article("https://eng.example.org/d").url()).contains("https://eng.example.org/d");
        assertThat(read.origins())
                .allSatisfy(origin -> assertThat(origin.saved()).isPresent());
    }

    @Test
    void bookmarksWithoutALinkAreRefused() {
        Reading read = bookmarks("<DT><A HREF=\"javascript:alert(1)\">A bookmarklet</A>");

        assertThat(read.rejected())
                .containsExactly("bookmarks.html:1: is a file of bookmarks without a link to a page on the web");
    }

    private Reading bookmarks(String content) {
        return inputs.read(
                "bookmarks.html",
                "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=UTF-8\">\n"
                        + "<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n" + content + "</DL><p>\n");
    }
}
