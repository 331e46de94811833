package dev.epitome.article;

import java.util.Objects;
import java.util.Optional;

/** A change of what an index holds. */
public sealed interface ArticleChange {

    /** The article that it is about. */
    String id();

    /** Whether the change is still wanted, once it is known what is there. */
    Condition condition();

    /** Looks at the article that has the id before the change. */
    @FunctionalInterface
    interface Condition {

        /** Whatever is there. */
        Condition NONE = present -> true;

        /** Only where there is none. */
        Condition ABSENT = Optional::isEmpty;

        /**
         * Says whether the change is to be made.
         *
         * @param present empty where there is none
         */
        boolean holds(Optional<Article> present);
    }

    /**
     * Adds an article, in the place of the one with its id where there is one.
     *
     * @param origin where it comes from
     */
    record Put(Article article, Origin origin, Condition condition) implements ArticleChange {
        public Put {
            Objects.requireNonNull(article, "article");
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(condition, "condition");
        }

        @Override
        public String id() {
            return article.id();
        }
    }

    /** Removes an article. */
    record Delete(String id, Condition condition) implements ArticleChange {
        public Delete {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(condition, "condition");
        }
    }

    /** What became of a change. */
    enum Outcome {
        /** The article is new. */
        CREATED,
        /** It is in the place of another with its id. */
        REPLACED,
        /** The same article was there already: nothing was written. */
        UNCHANGED,
        /** The article is gone. */
        DELETED,
        /** There was none to delete. */
        ABSENT,
        /** The {@link Condition} did not hold: what was there is there still. */
        REFUSED
    }
}
