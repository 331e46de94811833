package dev.epitome.engine;

import dev.epitome.article.Article;
import dev.epitome.query.Field;
import java.util.EnumMap;
import java.util.Map;

/** The texts of one article with their words, each analysed when it is first asked for. For one thread. */
final class AnalysedArticle {

    private final Article article;
    private final Budget budget;
    private final Map<Field, AnalysedText> texts = new EnumMap<>(Field.class);

    AnalysedArticle(Article article, Budget budget) {
        this.article = article;
        this.budget = budget;
    }

    Article article() {
        return article;
    }

    Budget budget() {
        return budget;
    }

    AnalysedText in(Field field) {
        return texts.computeIfAbsent(field, this::analysed);
    }

    private AnalysedText analysed(Field field) {
        return switch (field) {
            case TITLE -> new AnalysedText(article.title(), budget);
            case SUMMARY -> new AnalysedText(article.summary(), budget);
            case SOURCE -> new AnalysedText(article.source().orElse(""), budget);
            case AUTHOR -> new AnalysedText(article.authors(), budget);
            case TAG -> new AnalysedText(article.tags(), budget);
            case TYPE -> new AnalysedText(article.type().orElse(""), budget);
        };
    }
}
