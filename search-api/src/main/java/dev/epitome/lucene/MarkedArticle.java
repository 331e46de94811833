package dev.epitome.lucene;

import dev.epitome.article.Article;
import dev.epitome.query.Field;
import java.util.EnumMap;
import java.util.Map;

/** The texts of one article with their words, each analysed when it is first asked for. For one thread. */
final class MarkedArticle {

    private final Article article;
    private final Steps steps;
    private final Map<Field, MarkedWords> texts = new EnumMap<>(Field.class);

    MarkedArticle(Article article, Steps steps) {
        this.article = article;
        this.steps = steps;
    }

    Article article() {
        return article;
    }

    Steps steps() {
        return steps;
    }

    MarkedWords in(Field field) {
        return texts.computeIfAbsent(field, this::analysed);
    }

    private MarkedWords analysed(Field field) {
        return switch (field) {
            case TITLE -> new MarkedWords(article.title(), steps);
            case SUMMARY -> new MarkedWords(article.summary(), steps);
            case SOURCE -> new MarkedWords(article.source().orElse(""), steps);
            case AUTHOR -> new MarkedWords(article.authors(), steps);
            case TAG -> new MarkedWords(article.tags(), steps);
            case TYPE -> new MarkedWords(article.type().orElse(""), steps);
        };
    }
}
