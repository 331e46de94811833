package dev.epitome.wire;

import dev.epitome.article.CleanText;
import dev.epitome.article.PublicationDate;
import dev.epitome.wire.ParameterException.Code;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parameters that came with a request, each of them one that the resource takes. Reading one checks its value. */
public final class GivenParameters {

    /** How much a message repeats of what was given, in characters. */
    private static final int SHOWN = 80;

    /** Of a date: what comes from a digest may also have a time, and stands in spaces. */
    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    private final Map<Parameter, List<String>> values = new EnumMap<>(Parameter.class);

    private GivenParameters() {}

    /**
     * Takes parameters as they came, by name.
     *
     * @param taken what the resource takes
     * @throws ParameterException for the first that it does not take, or that is given twice and means one thing
     */
    public static GivenParameters of(Map<String, List<String>> given, Set<Parameter> taken) {
        GivenParameters parameters = new GivenParameters();
        given.forEach((key, values) -> {
            Parameter parameter = Parameter.named(key).filter(taken::contains).orElseThrow(() -> unknown(key, taken));
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
                .or(() -> query(key, taken))
                .map(name -> "did you mean " + name + "?")
                .orElse(known);
        String shown = CleanText.shortened(key, SHOWN);
        String what = key.isBlank() ? "a parameter has no name" : "there is no parameter " + shown;
        return new ParameterException(Code.UNKNOWN_PARAMETER, shown, what + ": " + remedy);
    }

    /** The one name that is too short for a guess. */
    private static Optional<String> query(String key, Set<Parameter> taken) {
        return NearestName.of(key, List.of("query"))
                .filter(query -> taken.contains(Parameter.Q))
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

    List<String> all(Parameter parameter) {
        List<String> all = values.getOrDefault(parameter, List.of());
        if (all.stream().anyMatch(String::isBlank)) {
            throw invalid(parameter, "", "give a value, or leave it out");
        }
        return all;
    }

    Optional<Integer> number(Parameter parameter, int least, int most) {
        return one(parameter).map(text -> {
            if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
                return Integer.valueOf(text);
            }
            throw invalid(parameter, text, "give a whole number from " + least + " to " + most);
        });
    }

    Optional<PublicationDate> date(Parameter parameter) {
        return one(parameter)
                .map(text -> Optional.of(text)
                        .filter(DATE.asMatchPredicate())
                        .flatMap(PublicationDate::parse)
                        .orElseThrow(() -> invalid(
                                parameter, text, "give a day, a month or a year: 2025-11-03, 2025-11 or 2025")));
    }

    <T> Optional<T> choice(Parameter parameter, Map<String, T> choices) {
        return one(parameter).map(text -> choose(parameter, text, text, choices));
    }

    /** Of a list with commas. */
    <T> Set<T> several(Parameter parameter, Map<String, T> choices) {
        return one(parameter).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1))
                        .map(name -> choose(parameter, name.strip(), name.isBlank() ? text : name.strip(), choices)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static <T> T choose(Parameter parameter, String name, String shown, Map<String, T> choices) {
        return Optional.ofNullable(choices.get(name))
                .orElseThrow(() -> invalid(parameter, shown, "give one of " + String.join(", ", choices.keySet())));
    }

    static ParameterException invalid(Parameter parameter, String text, String remedy) {
        String what = text.isBlank() ? "empty" : "\"" + CleanText.shortened(text, SHOWN) + "\"";
        return new ParameterException(
                Code.INVALID_PARAMETER, parameter.key(), parameter.key() + " is " + what + ": " + remedy);
    }
}
