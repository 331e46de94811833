package dev.epitome.cli;

import dev.epitome.wire.Parameter;
import dev.epitome.wire.SearchParameters;
import java.util.Iterator;

/**
 * What an option can be, for help and completion to name: whatever its parameter can be. Completion keeps these by the
 * label of the option, so that no two options with choices of their own may share a label.
 */
abstract class Choices implements Iterable<String> {

    private final Parameter parameter;

    private Choices(Parameter parameter) {
        this.parameter = parameter;
    }

    @Override
    public Iterator<String> iterator() {
        return SearchParameters.choices(parameter).iterator();
    }

    /** Of {@code --sort}. */
    static final class Sort extends Choices {
        Sort() {
            super(Parameter.SORT);
        }
    }

    /** Of {@code --match}. */
    static final class Match extends Choices {
        Match() {
            super(Parameter.MATCH);
        }
    }

    /** Of {@code --fuzzy}. */
    static final class Fuzzy extends Choices {
        Fuzzy() {
            super(Parameter.FUZZY);
        }
    }

    /** Of {@code --highlight}. */
    static final class Highlight extends Choices {
        Highlight() {
            super(Parameter.HIGHLIGHT);
        }
    }
}
