package dev.epitome.index;

import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Put;
import java.util.List;
import org.apache.lucene.store.Directory;

/** An index that is written to article by article: several segments, and documents that are deleted. */
final class ScatteredIndex {

    private ScatteredIndex() {}

    /** Adds these, in the place of those with the same ids. */
    static void add(Directory directory, List<Article> articles) {
        try (LiveIndex index = LiveIndex.open(directory, IndexSettings.DEFAULT, () -> TestIndex.NOW)) {
            List<ArticleChange> puts = articles.stream()
                    .map(article -> (ArticleChange) new Put(article, TestIndex.origin(), Condition.NONE))
                    .toList();
            var unused = index.apply(puts);
        }
    }
}
