package dev.epitome.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.corpus.Inputs.Reading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownTest {

    private final Inputs inputs;

    MarkdownTest(@TempDir Path folder) {
        inputs = new Inputs(folder);
    }

    @Test
    void aListOfLinksIsAListOfArticles() {
        Reading read = inputs.read("awesome.md", """
                # Reading on queues [![Awesome](https://awesome.example/badge.svg)](https://awesome.example)

                - [Contents](#queues)
                - [Rules](CONTRIBUTING.md)

                ## Queues

                - [Sharding a queue](https://eng.example.org/q) - A shard per `tenant`.
                  - It has a [talk](https://eng.example.org/t), too.
                * [Draining a queue](https://eng.example.org/d) – How long it takes.
                * **[Inside Vec<T>](https://eng.example.org/m)**: Three numbers.
                """);

        assertThat(read.titles()).containsExactly("Sharding a queue", "Draining a queue", "Inside Vec<T>");
        assertThat(read.articles())
                .extracting(Article::summary)
                .containsExactly("A shard per tenant. It has a talk, too.", "How long it takes.", "Three numbers.");
        assertThat(read.origins())
                .allSatisfy(origin -> assertThat(origin.digest()).contains("Reading on queues"));
    }

    @Test
    void aWeeklyListsArticlesWithoutASentence() {
        Reading read = inputs.read("week.md", """
                Title: This Week in Queues 12
                Date: 2024-03-15

                Hello and welcome to [Queues](https://queue.example.org), the weekly.

                ### Official

                * [Announcing Queue 2.0](https://queue.example.org/two)
                * [series] [video] [Queues for all](https://video.example.org/q)
                """);

        assertThat(read.titles()).containsExactly("Announcing Queue 2.0", "Queues for all");
        assertThat(read.origins())
                .allSatisfy(origin -> assertThat(origin.digest()).contains("This Week in Queues 12"));
        assertThat(read.articles())
                .allSatisfy(article -> assertThat(article.published()).isEmpty());
    }

    @Test
    void headingsAndBoldLinksAreTitlesOfTheParagraphsBelow() {
        Reading read = inputs.read("news.md", """
                **[Sharding a queue](https://eng.example.org/q)** (4 minute read)

                A shard per tenant.

                ### [Draining a queue](https://eng.example.org/d)

                How long it takes.

                Several paragraphs of it.
                """);

        assertThat(read.article("Sharding a queue").summary()).isEqualTo("A shard per tenant.");
        assertThat(read.article("Draining a queue").summary())
                .isEqualTo("How long it takes. Several paragraphs of it.");
    }

    @Test
    void rowsOfATableAreItems() {
        Reading read = inputs.read("table.md", """
                | Name | What it does |
                |------|--------------|
                | [Sharding a queue](https://eng.example.org/q) | A shard per tenant. |
                | [Draining a queue](https://eng.example.org/d) | How long it takes. |
                """);

        assertThat(read.article("Sharding a queue").summary()).isEqualTo("A shard per tenant.");
        assertThat(read.titles()).hasSize(2);
    }

    @Test
    void aNoteIsTheArticleThatItsHeadNames() {
        Article article = inputs.read("note.md", """
                        ---
                        title: "Sharding a queue: by tenant"
                        url: https://eng.example.org/q # the first
                        date: 2024-03-15
                        author: Ann Example
                        tags: [queues, "message broker"]
                        ---

                        # Sharding a queue: by tenant

                        A shard per **tenant** keeps `Vec<T>` apart.
                        """).article("Sharding a queue: by tenant");

        assertThat(article.url()).contains("https://eng.example.org/q");
        assertThat(article.published().orElseThrow()).hasToString("2024-03-15");
        assertThat(article.authors()).containsExactly("Ann Example");
        assertThat(article.tags()).containsExactly("queues", "message broker");
        assertThat(article.summary()).isEqualTo("A shard per tenant keeps Vec<T> apart.");
    }

    @Test
    void clippingsNameTheirPageAsTheirSource() {
        Reading read = inputs.read("clipping.md", """
                ---
                title: "Sharding a queue (4 minute read)"
                source: "https://eng.example.org/q"
                author:
                  - "[[Ann Example]]"
                published: 2024-03-15
                created: 2024-03-20
                description: A shard per tenant.
                tags:
                  - clippings
                ---
                The whole text.
                """);

        Article article = read.article("Sharding a queue");
        assertThat(article.url()).contains("https://eng.example.org/q");
        assertThat(article.source()).isEmpty();
        assertThat(article.authors()).containsExactly("Ann Example");
        assertThat(article.published().orElseThrow()).hasToString("2024-03-15");
        assertThat(article.summary()).isEqualTo("A shard per tenant.");
        assertThat(read.origins())
                .first()
                .satisfies(origin -> assertThat(origin.saved()).isPresent());
    }

    @Test
    void aHeadMayBeTomlOrPlainLinesOrFactsBelowATitle() {
        Reading toml = inputs.read(
                "toml.md",
                "+++\ntitle = \"Sharding a queue\"\ntags = [\n\"queues\",\n\"kafka\"\n]\nlink=\"https://eng.example.org/q\"\n+++\nA shard per tenant.\n");
        Reading lines = inputs.read(
                "lines.md", "Title: Sharding a queue\nLink: https://eng.example.org/q\n\nA shard per tenant.\n");
        Reading facts = inputs.read(
                "facts.md",
                "# Sharding a queue\n\n## Metadata\n- Author: [[Ann Example]]\n- URL: https://eng.example.org/q\n\nA shard per tenant.\n");

        assertThat(toml.article("Sharding a queue").tags()).containsExactly("queues", "kafka");
        for (Reading read : List.of(toml, lines, facts)) {
            assertThat(read.article("Sharding a queue").url()).contains("https://eng.example.org/q");
            assertThat(read.article("Sharding a queue").summary()).isEqualTo("A shard per tenant.");
        }
    }

    @Test
    void proseWithoutAListHoldsNoRecords() {
        Reading read = inputs.read("README.md", """
                # My project

                [![build](https://ci.example/b.svg)](https://ci.example/b)

                It does things. See [the docs](https://docs.example/x) for more, and how they are done.

                - [Install](#install)
                """);

        assertThat(read.articles()).isEmpty();
        assertThat(read.rejected()).hasSize(1).first().asString().contains("README.md:1: holds no records");
    }

    @Test
    void nestingIsNeverTooDeep() {
        assertThat(inputs.read("quotes.md", "> ".repeat(100_000) + "x").articles())
                .isEmpty();
        assertThat(inputs.read("stars.md", "*a ".repeat(50_000) + "**[a ".repeat(50_000))
                        .articles())
                .isEmpty();
    }

    @Test
    void aTextOfRulesAndWindowsLineEndsIsLookedOverOnce() {
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                java.time.Duration.ofSeconds(20),
                () -> assertThat(inputs.read("a.txt", "---\r\n" + "name: foo\r\n".repeat(60))
                                .titles())
                        .isEmpty());
    }
}
