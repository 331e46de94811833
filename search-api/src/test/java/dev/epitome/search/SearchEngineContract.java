package dev.epitome.search;

import dev.epitome.article.Article;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** What every engine must do. The test of an engine extends this, and says only how to get one. */
public abstract class SearchEngineContract {

    /** A new engine over these articles; whoever asks for it closes it. */
    protected abstract SearchEngine engineOver(List<Article> articles);

    @Nested
    final class Ranking extends RankingContract {
        Ranking() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class Filters extends FilterContract {
        Filters() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class SortingAndPaging extends PagingContract {
        SortingAndPaging() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class Facets extends FacetContract {
        Facets() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class Cursors extends CursorContract {
        Cursors() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class Highlights extends HighlightContract {
        Highlights() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class AnyText extends AnyTextContract {
        AnyText() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class TechnicalWords extends TechnicalWordsContract {
        TechnicalWords() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class QueryForms extends QueryFormsContract {
        QueryForms() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class Aliases extends AliasContract {
        Aliases() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class Spellings extends SpellingContract {
        Spellings() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class Fallbacks extends FallbackContract {
        Fallbacks() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class TypingHabits extends TypingHabitsContract {
        TypingHabits() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class Fresh extends FreshnessContract {
        Fresh() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class Explaining extends ExplainContract {
        Explaining() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class Suggestions extends SuggestContract {
        Suggestions() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class OrderOfSuggestions extends SuggestOrderContract {
        OrderOfSuggestions() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class WrittenValues extends WrittenValuesContract {
        WrittenValues() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class Related extends RelatedContract {
        Related() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class Marks extends MarksContract {
        Marks() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class Totals extends TotalContract {
        Totals() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class SomeWords extends SomeWordsContract {
        SomeWords() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class UnknownValues extends UnknownValuesContract {
        UnknownValues() {
            super(SearchEngineContract.this::engineOver);
        }
    }

    @Nested
    final class Lifecycle extends LifecycleContract {
        Lifecycle() {
            super(SearchEngineContract.this::engineOver);
        }
    }
}
