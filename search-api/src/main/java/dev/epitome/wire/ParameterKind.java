package dev.epitome.wire;

import dev.epitome.article.PublicationDate;
import dev.epitome.search.Freshness;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which values a parameter takes. */
sealed interface ParameterKind<T> {

    /**
     * The value of what was given.
     *
     * @param given as it came, at least one text; exactly one unless the kind is {@link Texts}
     * @throws ParameterException where it is none of the values
     */
    T read(String key, List<String> given);

    /** What counts where nothing is given; empty where that is none of the values. */
    default String byDefault() {
        return "";
    }

    /** The names of all values, where these can be listed; else nothing. */
    default List<String> choices() {
        return List.of();
    }

    /** Any text. */
    record Text() implements ParameterKind<String> {
        @Override
        public String read(String key, List<String> given) {
            return given.getFirst();
        }
    }

    /** Any texts, given several times and meaning any of them. */
    record Texts() implements ParameterKind<String[]> {
        @Override
        public String[] read(String key, List<String> given) {
            if (given.stream().anyMatch(String::isBlank)) {
                throw ParameterException.invalid(key, "", "give a value, or leave it out");
            }
            return given.toArray(String[]::new);
        }
    }

    /** A whole number within bounds, both included. */
    record Whole(int least, int most, String byDefault) implements ParameterKind<Integer> {

        private static final Pattern FORM = Pattern.compile("\\d{1,9}");

        static Whole of(int least, int most, int byDefault) {
            return new Whole(least, most, Integer.toString(byDefault));
        }

        String bounds() {
            return least + " to " + most;
        }

        @Override
        public Integer read(String key, List<String> given) {
            String text = given.getFirst();
            if (FORM.matcher(text).matches() && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
                return Integer.valueOf(text);
            }
            throw ParameterException.invalid(key, text, "give a whole number from " + bounds());
        }
    }

    /** A day, a month or a year. */
    record Date() implements ParameterKind<PublicationDate> {

        /** What comes from a digest may also have a time, and stands in spaces. */
        private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

        @Override
        public PublicationDate read(String key, List<String> given) {
            String text = given.getFirst();
            return Optional.of(text)
                    .filter(FORM.asMatchPredicate())
                    .flatMap(PublicationDate::parse)
                    .orElseThrow(() -> ParameterException.invalid(
                            key, text, "give a day, a month or a year: 2025-11-03, 2025-11 or 2025"));
        }
    }

    /** An age in days. */
    record Age() implements ParameterKind<Freshness> {
        @Override
        public Freshness read(String key, List<String> given) {
            String text = given.getFirst();
            if (text.matches("\\d{1,5}d")) {
                int days = Integer.parseInt(text.substring(0, text.length() - 1));
                if (days >= 1 && days <= Freshness.MOST_DAYS) {
                    return new Freshness(days);
                }
            }
            throw ParameterException.invalid(key, text, "give days, from 1d to " + Freshness.MOST_DAYS + "d");
        }
    }

    /** One of those listed, by name. */
    record OneOf<T>(Map<String, T> values, String byDefault) implements ParameterKind<T> {

        static <E extends Enum<E>> OneOf<E> of(E[] values, E byDefault) {
            return of(values, OneOf::name, byDefault);
        }

        static <T> OneOf<T> of(T[] values, Function<T, String> name, T byDefault) {
            return new OneOf<>(named(values, name), name.apply(byDefault));
        }

        private static String name(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }

        private static <T> Map<String, T> named(T[] values, Function<T, String> name) {
            Map<String, T> named = new LinkedHashMap<>();
            Arrays.stream(values).forEach(value -> named.put(name.apply(value), value));
            return named;
        }

        @Override
        public List<String> choices() {
            return List.copyOf(values.keySet());
        }

        @Override
        public T read(String key, List<String> given) {
            String text = given.getFirst();
            return choose(key, text, text);
        }

        private T choose(String key, String name, String shown) {
            return Optional.ofNullable(values.get(name))
                    .orElseThrow(() ->
                            ParameterException.invalid(key, shown, "give one of " + String.join(", ", choices())));
        }
    }

    /** Some of those listed, with commas between their names. */
    record SomeOf<T>(OneOf<T> each, String byDefault) implements ParameterKind<Set<T>> {

        static <E extends Enum<E>> SomeOf<E> of(E[] values, Set<E> byDefault) {
            String names = byDefault.stream().sorted().map(OneOf::name).collect(Collectors.joining(","));
            return new SomeOf<>(new OneOf<>(OneOf.named(values, OneOf::name), ""), names);
        }

        @Override
        public List<String> choices() {
            return each.choices();
        }

        @Override
        public Set<T> read(String key, List<String> given) {
            String text = given.getFirst();
            return Arrays.stream(text.split(",", -1))
                    .map(name -> each.choose(key, name.strip(), name.isBlank() ? text : name.strip()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }
}
