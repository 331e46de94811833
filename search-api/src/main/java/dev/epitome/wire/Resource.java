package dev.epitome.wire;

import dev.epitome.wire.Parameter.Decides;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be asked for with parameters, and which of them it takes. */
@SuppressWarnings("ImmutableEnumChecker") // The list is a copy that nobody can change.
public enum Resource {
    SEARCH(Decides.HITS, Decides.PAGE, Decides.LOOK, Decides.ANSWER),
    /** A search whose hits are returned all at once and without marks. */
    FEED(Decides.HITS, Decides.PAGE),
    /** Of one article: for any search, whatever page of it. */
    EXPLANATION(Decides.HITS, Decides.PAGE, Decides.LOOK),
    SUGGESTIONS(Decides.SUGGESTIONS),
    RELATED(Decides.RELATED),
    /** What is always the same. */
    CONSTANT;

    private final List<Decides> takes;

    Resource(Decides... takes) {
        this.takes = List.of(takes);
    }

    /** In the order in which they are listed for people. */
    public Set<Parameter> parameters() {
        return Arrays.stream(Parameter.values())
                .filter(parameter -> takes.contains(parameter.decides()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Parameter.class)));
    }

    /** The one that it takes by this name. */
    Optional<Parameter> parameter(String key) {
        return parameters().stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst();
    }
}
