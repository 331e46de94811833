package dev.epitome.search;

import dev.epitome.article.Article;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The corpus that comes with the project. */
public final class Shipped {

    private Shipped() {}

    public static List<Article> articles() {
        List<Article> articles = new ArrayList<>();
        String folder = Path.of("..", "corpus", "articles").toString();
        CorpusReader.of(List.of(folder)).read(entry -> {
            if (entry instanceof Entry.Accepted accepted) {
                articles.add(accepted.article());
            }
        });
        return articles;
    }
}
