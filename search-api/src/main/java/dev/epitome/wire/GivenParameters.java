package dev.epitome.wire;

import dev.epitome.wire.ParameterException.Code;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters that came with a request, each of them one that the resource takes. Reading one checks its value. */
public final class GivenParameters {

    private final Map<Parameter, List<String>> values = new EnumMap<>(Parameter.class);

    private GivenParameters() {}

    /** As {@link #of(Map, Resource)}, of the query string of an address as {@link QueryString} reads it. */
    public static GivenParameters of(@Nullable String query, Resource resource) {
        return of(QueryString.parse(query), resource);
    }

    /**
     * Takes parameters as they came, by name.
     *
     * @param resource what they are given for
     * @throws ParameterException for the first that it does not take, or that is given twice and means one thing
     */
    public static GivenParameters of(Map<String, List<String>> given, Resource resource) {
        Set<Parameter> taken = resource.parameters();
        GivenParameters parameters = new GivenParameters();
        given.forEach((key, values) -> {
            Parameter parameter = taken.stream()
                    .filter(each -> each.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> unknown(key, taken));
            if (values.size() > 1 && !parameter.repeatable()) {
                throw new ParameterException(
                        Code.REPEATED_PARAMETER, key, key + " is given " + values.size() + " times: give it once");
            }
            parameters.values.put(parameter, List.copyOf(values));
        });
        return parameters;
    }

    private static ParameterException unknown(String key, Set<Parameter> taken) {
        List<String> names = taken.stream().map(Parameter::key).toList();
        String known = names.isEmpty() ? "none is known here" : "known are " + String.join(", ", names);
        String remedy = NearestName.of(key, names)
                .or(() -> query(key, names))
                .map(name -> "did you mean " + name + "?")
                .orElse(known);
        String shown = ParameterException.shown(key);
        String what = key.isBlank() ? "a parameter has no name" : "there is no parameter " + shown;
        return new ParameterException(Code.UNKNOWN_PARAMETER, shown, what + ": " + remedy);
    }

    /** The one name that is too short for a guess. */
    private static Optional<String> query(String key, List<String> names) {
        return NearestName.of(key, List.of("query"))
                .filter(query -> names.contains(Parameter.Q.key()))
                .map(query -> Parameter.Q.key());
    }

    /** The same text for the same parameters with the same values, in whatever order they came. */
    public String canonical() {
        return values.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey().key()
                        + entry.getValue().stream()
                                .sorted()
                                .map(value -> "=" + value.length() + ":" + value)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("&"));
    }

    /** Whether it was given. */
    public boolean has(Parameter parameter) {
        return one(parameter).isPresent();
    }

    Optional<String> one(Parameter parameter) {
        return values.getOrDefault(parameter, List.of()).stream().findFirst();
    }

    /** The value of one that is no part of a search, or that is looked at together with another. */
    <T> Optional<T> value(Parameter parameter, Class<T> type) {
        return has(parameter)
                ? Optional.of(type.cast(parameter.kind().read(parameter.key(), values.get(parameter))))
                : Optional.empty();
    }

    /** A search with all that was given. */
    SearchCall into(SearchCall search) {
        SearchCall call = search;
        for (Map.Entry<Parameter, List<String>> given : values.entrySet()) {
            call = given.getValue().isEmpty() ? call : given.getKey().put(call, given.getValue());
        }
        return call;
    }
}
