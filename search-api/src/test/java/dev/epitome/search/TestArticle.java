package dev.epitome.search;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An article told in a test, such as {@code article("a7").titled("Virtual threads").tagged("java")}. */
public final class TestArticle {

    private final String id;
    private String title = "Untold";
    private String summary = "";
    private String url = "";
    private String source = "";
    private String type = "";
    private List<String> authors = List.of();
    private List<String> tags = List.of();
    private Optional<PublicationDate> published = Optional.empty();
    private OptionalInt rank = OptionalInt.empty();

    private TestArticle(String id) {
        this.id = id;
    }

    public static TestArticle article(String id) {
        return new TestArticle(id);
    }

    public static List<Article> articles(TestArticle... articles) {
        return Arrays.stream(articles).map(TestArticle::told).toList();
    }

    public TestArticle titled(String text) {
        title = text;
        return this;
    }

    public TestArticle saying(String text) {
        summary = text;
        return this;
    }

    public TestArticle tagged(String... names) {
        tags = List.of(names);
        return this;
    }

    public TestArticle by(String... names) {
        authors = List.of(names);
        return this;
    }

    public TestArticle from(String name) {
        source = name;
        return this;
    }

    public TestArticle at(String address) {
        url = address;
        return this;
    }

    public TestArticle ofType(String name) {
        type = name;
        return this;
    }

    /** A day, a month or a year. */
    public TestArticle published(String date) {
        published = Optional.of(PublicationDate.parse(date).orElseThrow());
        return this;
    }

    public TestArticle ranked(int place) {
        rank = OptionalInt.of(place);
        return this;
    }

    public Article told() {
        Article.Builder article = Article.titled(title)
                .id(id)
                .summary(summary)
                .url(url)
                .source(source)
                .type(type)
                .authors(authors)
                .tags(tags);
        published.ifPresent(article::published);
        rank.ifPresent(article::rank);
        return article.build();
    }
}
