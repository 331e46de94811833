package dev.epitome.search;

import dev.epitome.article.Article;
import dev.epitome.search.Suggestion.Kind;
import java.util.List;
import java.util.function.Function;

/** What suggestions are asked for in tests. */
abstract class SuggestFixture extends EngineFixture {

    static final int LIMIT = SuggestRequest.DEFAULT_LIMIT;

    SuggestFixture(Function<List<Article>, SearchEngine> engines) {
        super(engines);
    }

    final List<Suggestion> suggestions(String typed) {
        return suggestions(typed, LIMIT);
    }

    final List<Suggestion> suggestions(String typed, int limit) {
        return engine().suggest(new SuggestRequest(typed, limit));
    }

    final List<Suggestion> ofKind(Kind kind, String typed) {
        return suggestions(typed).stream().filter(some -> some.kind() == kind).toList();
    }

    final List<String> counted(String typed) {
        return suggestions(typed).stream()
                .filter(some -> some.kind() == Kind.WORD || some.kind() == Kind.VALUE)
                .map(some -> some.text() + " " + some.articles())
                .toList();
    }

    final List<String> words(String typed) {
        return ofKind(Kind.WORD, typed).stream().map(Suggestion::text).toList();
    }
}
