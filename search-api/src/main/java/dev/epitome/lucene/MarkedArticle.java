package dev.epitome.lucene;

import dev.epitome.article.Article;
import dev.epitome.query.Field;
import java.util.EnumMap;
import java.util.Map;

/** The texts of one article with their words, each analysed when it is first asked for. For one thread. */
final class MarkedArticle {

    private final Article article;
    private final Budget budget;
    private final Map<Field, MarkedWords> texts = new EnumMap<>(Field.class);

    MarkedArticle(Article article, Budget budget) {
        this.article = article;
        this.budget = budget;
    }

    Article article() {
        return article;
    }

    Budget budget() {
        return budget;
    }

    MarkedWords in(Field field) {
        return texts.computeIfAbsent(field, this::analysed);
    }

    private MarkedWords analysed(Field field) {
        return switch (field) {
            case TITLE -> new MarkedWords(article.title(), budget);
            case SUMMARY -> new MarkedWords(article.summary(), budget);
            case SOURCE -> new MarkedWords(article.source().orElse(""), budget);
            case AUTHOR -> new MarkedWords(article.authors(), budget);
            case TAG -> new MarkedWords(article.tags(), budget);
            case TYPE -> new MarkedWords(article.type().orElse(""), budget);
        };
    }
}
