package dev.epitome.wire;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be asked for with parameters, and which of them it takes. */
@SuppressWarnings("ImmutableEnumChecker") // The list is a copy that nobody can change.
public enum Resource {
    SEARCH(Decides.HITS, Decides.FILTER, Decides.PAGE, Decides.LOOK, Decides.ANSWER),
    /** A search whose hits are returned all at once and without marks. */
    FEED(Decides.HITS, Decides.FILTER, Decides.PAGE),
    /** Of one article: for any search, whatever page of it. */
    EXPLANATION(Decides.HITS, Decides.FILTER, Decides.PAGE, Decides.LOOK),
    SUGGESTIONS(Decides.SUGGESTIONS),
    RELATED(Decides.RELATED),
    /** An article that is written or deleted. */
    CHANGE(Decides.CHANGE),
    /** Articles that are sent to be written. */
    CHANGES(Decides.CHANGE, Decides.CHANGES),
    /** All articles that a filter lets pass. */
    DELETION(Decides.FILTER, Decides.CHANGE, Decides.DELETION),
    /** Articles that take the place of all. */
    REBUILD(Decides.REBUILD),
    /** What is always the same. */
    CONSTANT;

    private final Map<String, Parameter> parameters;

    Resource(Decides... takes) {
        List<Decides> taken = List.of(takes);
        Map<String, Parameter> byKey = new LinkedHashMap<>();
        Arrays.stream(Parameter.values())
                .filter(parameter -> taken.contains(parameter.decides()))
                .forEach(parameter -> byKey.put(parameter.key(), parameter));
        parameters = Collections.unmodifiableMap(byKey);
    }

    /** In the order in which they are listed for people. */
    public Set<Parameter> parameters() {
        Set<Parameter> all = EnumSet.noneOf(Parameter.class);
        all.addAll(parameters.values());
        return all;
    }

    /** The one that it takes by this name. */
    Optional<Parameter> parameter(String key) {
        return Optional.ofNullable(parameters.get(key));
    }
}
