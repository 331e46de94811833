package dev.epitome.engine;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads the articles of one state of an index back. An article is named by a number that means nothing outside its
 * state.
 */
public interface ArticleReader {

    /** The article of that id; empty for none. */
    OptionalInt find(String id);

    /**
     * Articles in the order of their numbers here.
     *
     * @param summaries whether the summaries are wanted, which are most of an article
     */
    List<Article> articles(List<Integer> numbers, boolean summaries);

    /** Where articles come from, in the same order. */
    List<Origin> origins(List<Integer> numbers);

    default Article article(int number) {
        return articles(List.of(number), true).getFirst();
    }
}
