package dev.epitome.http;

import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange.Condition;
import io.javalin.http.Context;
import java.util.Optional;

/** Under which conditions a client wants its change, as RFC 9110 has them. */
final class Preconditions {

    private Preconditions() {}

    /** Of the headers If-Match and If-None-Match; where both are there, both must hold. */
    static Condition of(Context context) {
        boolean match = context.header("If-Match") != null;
        boolean none = context.header("If-None-Match") != null;
        if (!match && !none) {
            return Condition.NONE;
        }
        return present ->
                (!match || holds(context, "If-Match", present)) && (!none || !holds(context, "If-None-Match", present));
    }

    private static boolean holds(Context context, String header, Optional<Article> present) {
        return present.isPresent() && EntityTag.isListed(context, header, EntityTag.of(present.get()));
    }
}
