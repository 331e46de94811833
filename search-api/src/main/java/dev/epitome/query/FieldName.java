package dev.epitome.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A name before a colon that means more than the word. Its case does not matter. */
sealed interface FieldName {

    String PUBLISHED = "published";

    List<String> ALL = Stream.concat(Arrays.stream(Field.values()).map(Field::typed), Stream.of(PUBLISHED))
            .toList();

    /** What other search boxes, or our own page, call the fields. */
    Map<String, String> ELSEWHERE = Map.of(
            "date", PUBLISHED,
            "year", PUBLISHED,
            "site", Field.SOURCE.typed(),
            "publisher", Field.SOURCE.typed(),
            "publication", Field.SOURCE.typed(),
            "by", Field.AUTHOR.typed(),
            "topic", Field.TAG.typed(),
            "label", Field.TAG.typed());

    /** In characters, without the colon. */
    int length();

    /** A field with words. */
    record Known(Field field) implements FieldName {
        @Override
        public int length() {
            return field.typed().length();
        }
    }

    /** The date of publication. */
    record Date() implements FieldName {
        @Override
        public int length() {
            return PUBLISHED.length();
        }
    }

    /** The name that begins there. */
    static Optional<FieldName> at(String text, int start) {
        return name(text, start)
                .flatMap(name -> name.equalsIgnoreCase(PUBLISHED)
                        ? Optional.of(new Date())
                        : Field.named(name).map(Known::new));
    }

    /**
     * The name that is meant by the one which begins there, an edit away or what others call it, if a value stands
     * right behind its colon.
     */
    static Optional<String> meant(String text, int start) {
        return name(text, start)
                .filter(name -> hasValue(text, start + name.length() + 1))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .flatMap(name -> ALL.stream()
                        .filter(known -> known.equals(ELSEWHERE.get(name)) || oneEditAway(name, known))
                        .findFirst());
    }

    private static Optional<String> name(String text, int start) {
        int end = start;
        while (end < text.length() && end - start <= PUBLISHED.length() + 1 && isLetter(text.charAt(end))) {
            end++;
        }
        return end < text.length() && text.charAt(end) == ':'
                ? Optional.of(text.substring(start, end))
                : Optional.empty();
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    /** Neither an address, as in tap://x, nor a path of names, as in type::of. */
    private static boolean hasValue(String text, int start) {
        return start < text.length() && " /:".indexOf(text.charAt(start)) < 0;
    }

    /** One letter inserted, deleted or replaced, or two neighbours swapped. */
    private static boolean oneEditAway(String typed, String known) {
        int same = 0;
        int shorter = Math.min(typed.length(), known.length());
        while (same < shorter && typed.charAt(same) == known.charAt(same)) {
            same++;
        }
        String left = typed.substring(same);
        String right = known.substring(same);
        return switch (left.length() - right.length()) {
            case 1 -> left.endsWith(right);
            case -1 -> right.endsWith(left);
            case 0 -> !left.isEmpty() && (left.substring(1).equals(right.substring(1)) || swapped(left, right));
            default -> false;
        };
    }

    private static boolean swapped(String left, String right) {
        return left.length() > 1
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0)
                && left.substring(2).equals(right.substring(2));
    }
}
