package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.corpus.Inputs.Reading;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailTest {

    private static final String HEAD = """
            From: "Queue Weekly" <weekly@example.org>
            To: reader@example.org
            Subject: =?utf-8?q?Na=C3=AFve_queues?=
            Date: Fri, 15 Mar 2024 09:00:00 +0000 (UTC)
            MIME-Version: 1.0
            """;

    private final Inputs inputs;

    MailTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @Test
    void aNewsletterIsItsArticles() {
        String html = "<p><a href='https://w.example/12'>View in browser</a></p>"
                + "<h3><a href='https://eng.example.org/q'>Naïve sharding</a></h3><p>A shard per tenant.</p>"
                + "<h3><a href='https://eng.example.org/d?to=reader@example.org'>Draining a queue</a></h3><p>Ask ann@example.org.</p>";
        Reading read = inputs.read(
                "mail.eml",
                HEAD
                        + "Content-Type: multipart/alternative; boundary=cut\n\n--cut\nContent-Type: text/plain\n\nRead this in HTML.\n"
                        + "--cut\nContent-Type: text/html; charset=windows-1252\nContent-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder().encodeToString(html.getBytes(Charset.forName("windows-1252")))
                        + "\n--cut--\n");

        assertThat(read.titles()).containsExactly("Naïve sharding", "Draining a queue");
        assertThat(read.article("Naïve sharding").summary()).isEqualTo("A shard per tenant.");
        assertThat(read.articles())
                .allSatisfy(article -> assertThat(article.published()).isEmpty());
        assertThat(read.articles()).asString().doesNotContain("@example.org");
        assertThat(read.article("Draining a queue").url()).contains("https://eng.example.org/d");
        assertThat(read.origins()).allSatisfy(origin -> {
            assertThat(origin.digest()).contains("Naïve queues");
            assertThat(origin.saved().orElseThrow()).hasToString("2024-03-15");
        });
    }

    @Test
    void aPlainTextMayBeAListToo() {
        Reading read = inputs.read("mail.eml", HEAD + """
                        Content-Type: text/plain; charset=x-unknown

                        Hello!

                        Sharding a queue (3 minute read) [1]

                        A shard per tenant.

                        DRAINING A QUEUE (4 MINUTE READ) [2]

                        How long it takes.

                        MEASURING A QUEUE (2 MINUTE READ) [3]

                        What to count, and how often.

                        --\s
                        Ann
                        [1] https://eng.example.org/q
                        [2] https://eng.example.org/d
                        [3] https://eng.example.org/m
                        """);

        assertThat(read.article("Sharding a queue").summary()).isEqualTo("A shard per tenant.");
        assertThat(read.article("DRAINING A QUEUE").url()).contains("https://eng.example.org/d");
        assertThat(read.article("DRAINING A QUEUE").summary()).isEqualTo("How long it takes.");
    }

    @Test
    void anyOtherMailIsOneArticle() {
        Article article = inputs.read(
                        "mail.eml",
                        HEAD + "List-Post: <https://w.example/p/queues>\nContent-Type: text/plain; charset=utf-8\n"
                                + "Content-Transfer-Encoding: quoted-printable\n\nHow =C3=A4 queue is\nsharded. Write to a@b.org.\n")
                .article("Naïve queues");

        assertThat(article.summary()).startsWith("How ä queue is sharded.").doesNotContain("@");
        assertThat(article.url()).contains("https://w.example/p/queues");
        assertThat(article.published().orElseThrow()).hasToString("2024-03-15");
        assertThat(article.source()).contains("Queue Weekly");
        assertThat(article.authors()).containsExactly("Queue Weekly");
    }

    @Test
    void aSenderWithoutANameIsNoAuthor() {
        Reading read = inputs.read("mail.eml", "From: ann@example.org\nSubject: Sharding\nDate: x\n\nA shard.\n");

        assertThat(read.article("Sharding").authors()).isEmpty();
        assertThat(read.article("Sharding").source()).isEmpty();
    }

    @Test
    void aMailboxHoldsMailsOneAfterAnother() {
        Reading read = inputs.read("mails.mbox", """
                From a@example.org Fri Mar 15 09:00:00 2024
                From: Ann Example <a@example.org>
                Subject: First

                A shard.
                >From what I saw it helps.

                From here on it is a guess.

                From b@example.org Fri Mar 15 10:00:00 2024
                From: b@example.org
                Subject: Picture
                Content-Type: image/png
                Content-Transfer-Encoding: base64

                AAAA

                From c@example.org Fri Mar 15 11:00:00 2024
                From: Cy <c@example.org>
                Subject: Third

                The last.
                """);

        assertThat(read.titles()).containsExactly("First", "Third");
        assertThat(read.article("First").summary())
                .isEqualTo("A shard. From what I saw it helps. From here on it is a guess.");
        assertThat(read.rejected())
                .containsExactly("mails.mbox:entry 2: mail \"Picture\" has no text: nothing could be found by it");
    }

    @Test
    void whatComesBeforeAFaultIsRead() {
        Reading read = inputs.read(
                "mail.eml",
                HEAD
                        + "Content-Type: multipart/mixed; boundary=cut\n\n--cut\nContent-Type: text/plain\n\nA shard per tenant.\n"
                        + "--cut\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n!!!not base64");

        assertThat(read.article("Naïve queues").summary()).isEqualTo("A shard per tenant.");
    }

    @Test
    void nestingIsNeverTooDeep() {
        StringBuilder mail = new StringBuilder(HEAD);
        for (int i = 0; i < 5_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        assertThat(inputs.read("mail.eml", mail + "\n\ntext").articles()).isEmpty();
    }
}
