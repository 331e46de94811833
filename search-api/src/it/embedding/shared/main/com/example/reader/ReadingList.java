package com.example.reader;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.LossGuard;
import dev.epitome.index.PublishCheck;
import dev.epitome.index.Reindex;
import dev.epitome.index.ReindexReport;
import dev.epitome.lucene.ArticleStore;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.lucene.SearchSettings;
import dev.epitome.quality.GoldenSet;
import dev.epitome.quality.QualityGate;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Search for a program that has articles: from a stream to an index, to answers, to a rebuild that is refused. */
public final class ReadingList {

    static final List<Article> ARTICLES = List.of(
            Article.titled("Moving to Amazon EKS")
                    .id("eks")
                    .summary("From clusters of our own to a managed Kubernetes.")
                    .published(PublicationDate.parse("2025-11").orElseThrow())
                    .build(),
            Article.titled("Agents in production")
                    .id("agents")
                    .summary("A graph of agents, run by LangGraph.")
                    .build(),
            Article.titled("One thread a request").id("threads").url("https://example.com/virtual-threads").build());

    private ReadingList() {}

    /** Shows everything once, in the folder that is named, which must be empty. */
    public static void main(String... args) throws IOException {
        Path folder = Path.of(args[0]);
        Path index = folder.resolve("index");

        // Any stream of articles, such as the rows of a database: it is read as it goes. Without an id of yours an
        // article is named by its address, and without that by its source and title.
        ReindexReport report = Reindex.of(ARTICLES.stream()).into(index);
        System.out.println("indexed: " + report.accepted());
        search(index, "EKS");

        // What your readers ask, and which articles answer it, graded from 0 to 3.
        Path queries = Files.createDirectory(folder.resolve("golden"));
        Files.writeString(queries.resolve("topics.tsv"), "aws\tEKS\nllm\tLangGraph\n");
        Files.writeString(queries.resolve("qrels.txt"), "aws 0 eks 3\nllm 0 agents 3\n");
        Files.writeString(queries.resolve("floor.properties"), "ndcg@10=0.9\n");
        GoldenSet golden = GoldenSet.read(queries);

        // A rebuild is published as a whole, or not at all: here an import has lost the texts, and another one
        // article of three. Readers keep what they have.
        Stream<Article> untitled = ARTICLES.stream()
                .map(article -> Article.titled("Untitled").id(article.id()).build());
        System.out.println("without texts: " + rebuild(Reindex.of(untitled), index, golden));
        System.out.println("two articles: " + rebuild(Reindex.of(ARTICLES.stream().limit(2)), index, golden));
        search(index, "LangGraph");

        // Files are read in every format that the command line reads.
        Path export = Files.writeString(
                folder.resolve("export.json"),
                """
                {"articles": [
                  {"id": "eks", "title": "Moving to Amazon EKS", "date": "2025-11-03"},
                  {"id": "agents", "title": "Agents in production", "summary": "A graph of agents, run by LangGraph."},
                  {"id": "queues", "title": "Queues are databases", "tags": ["kafka"]}
                ]}
                """);
        CorpusReader files = CorpusReader.of(List.of(export.toString()));
        System.out.println("from a file: " + rebuild(Reindex.of(files), index, golden));
        search(index, "kafka");

        change(index, ARTICLES.getLast());

        // Tests need no folder.
        try (SearchEngine engine = LuceneSearch.inMemory(ARTICLES)) {
            System.out.println("in memory: " + engine.search(SearchRequest.of("threads")).total().value());
        }
    }

    private static void search(Path index, String query) {
        // A service keeps one engine open for all its threads. It sees by itself what is published later.
        try (SearchEngine engine = LuceneSearch.open(index)) {
            SearchResult result = engine.search(SearchRequest.of(query));
            result.hits().forEach(hit -> System.out.println(query + ": " + hit.article().title()));
        }
    }

    private static void change(Path index, Article article) {
        // One program writes an index, and any number read it.
        try (ArticleStore store = ArticleStore.open(index)) {
            store.put(article);
            store.delete("queues");
            System.out.println("changed: " + store.engine().search(SearchRequest.of("threads")).total().value());
        }
    }

    private static String rebuild(Reindex articles, Path index, GoldenSet golden) {
        PublishCheck gate = LuceneSearch.beforePublishing(
                SearchSettings.DEFAULT,
                (candidate, published) -> QualityGate.judge(candidate, published, golden).decision());
        ReindexReport report = articles.checkedBy(LossGuard.DEFAULT.and(gate)).into(index);
        return report.refused()
                .map(refused -> "refused, " + refused.reasons().getFirst())
                .orElse("published");
    }
}
