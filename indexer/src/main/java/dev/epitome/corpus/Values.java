package dev.epitome.corpus;

import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.corpus.Value.Digits;
import dev.epitome.corpus.Value.Flag;
import dev.epitome.corpus.Value.Items;
import dev.epitome.corpus.Value.Members;
import dev.epitome.corpus.Value.Text;
import dev.epitome.corpus.Value.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the values of records come down to: one text, several names, an address. */
final class Values {

    /** Under which names an object keeps what it stands for. */
    private static final List<String> ESSENCE =
            List.of(("name title main original rendered content value text term label tag displayname fullname "
                            + "username login plain html markdown t oid date numberlong slug url href")
                    .split(" "));

    private static final List<String> NAMES = ESSENCE.stream()
            .filter(name -> !name.equals("url") && !name.equals("href") && !name.equals("date"))
            .toList();

    private static final List<String> GIVEN = List.of("given", "first", "firstname", "givenname", "forename");
    private static final List<String> FAMILY = List.of("family", "last", "lastname", "familyname", "surname");
    private static final List<String> ADDRESS = List.of("href", "url", "id", "link", "web", "value", "t");
    private static final Set<String> NOTHING = Set.of("null", "none", "nan", "n/a", "\\n", "undefined", "nil");
    private static final int LONGEST_NAMES = 20_000;
    private static final Pattern BETWEEN = Pattern.compile("[;|\\n]");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern AND = Pattern.compile("\\s+(?:and|&)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern BY = Pattern.compile("^(?:by|von|par)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE_OF_NAME =
            Pattern.compile("(?i)(?:inc|ltd|llc|gmbh|jr|sr|ph\\.?d|md|m\\.d|esq|[ivx]+)\\.?");
    private static final String EMAIL = "[\\w.+%'-]++@[\\w-]+(?:\\.[\\w-]+)*";
    private static final Pattern IN_BRACKETS = Pattern.compile(
            "(?:mailto:)?" + EMAIL + "\\s*\\((.*)\\)|(.*?)\\s*[<(\\[]\\s*(?:mailto:)?" + EMAIL + "\\s*[>)\\]]");
    private static final Pattern ANY_EMAIL = Pattern.compile("(?:mailto:)?" + EMAIL);

    private Values() {}

    /** Whether there is nothing in it that anyone would miss. */
    static boolean isBlank(Value value) {
        return switch (value) {
            case Text(String text) -> isNothing(text);
            case Words(String text) -> text.isBlank();
            case Digits none -> false;
            case Flag none -> false;
            case Items(List<Value> items) -> items.stream().allMatch(Values::isBlank);
            case Members members -> members.values().values().stream().allMatch(Values::isBlank);
        };
    }

    private static boolean isNothing(String text) {
        return text.isBlank()
                || (text.length() <= 9 && NOTHING.contains(text.strip().toLowerCase(Locale.ROOT)));
    }

    /** One text; empty where the value holds none. Of a list it is all, one after another. */
    static String words(Value value) {
        return switch (value) {
            case Text(String text) ->
                isNothing(text) ? "" : list(text).map(Values::words).orElseGet(() -> Markup.text(text));
            case Words(String text) -> text;
            case Digits(String digits) -> digits;
            case Flag none -> "";
            case Items(List<Value> items) ->
                items.stream().map(Values::words).filter(one -> !one.isBlank()).collect(Collectors.joining(" "));
            case Members members -> essence(members).map(Values::words).orElse("");
        };
    }

    /** A text of one line: a title, a name. Of a list it is the first. */
    static String line(Value value) {
        return switch (value) {
            case Text(String text) -> isNothing(text) ? "" : Markup.line(text);
            case Words(String text) -> text;
            case Digits(String digits) -> digits;
            case Flag none -> "";
            case Items(List<Value> items) -> first(items, Values::line);
            case Members members -> essence(members).map(Values::line).orElse("");
        };
    }

    /** The name of one thing, which may stand in an object. */
    static String name(Value value) {
        return value instanceof Text(String text)
                ? structured(text).map(Values::line).orElseGet(() -> line(value))
                : line(value);
    }

    /** A text as it was written, for what is no prose: ids, dates, numbers. */
    static String raw(Value value) {
        return switch (value) {
            case Text(String text) -> isNothing(text) ? "" : text.strip();
            case Words(String text) -> text.strip();
            case Digits(String digits) -> digits;
            case Flag none -> "";
            case Items(List<Value> items) -> first(items, Values::raw);
            case Members members ->
                member(members, "dateparts")
                        .map(Values::parts)
                        .or(() -> essence(members).map(Values::raw))
                        .orElse("");
        };
    }

    private static String first(List<Value> items, Function<Value, String> reading) {
        return items.stream()
                .map(reading)
                .filter(one -> !one.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Year, month and day, as far as they are there, in lists within a list. */
    private static String parts(Value value) {
        return switch (value) {
            case Items(List<Value> items)
            when !items.isEmpty() && items.getFirst() instanceof Items first -> parts(first);
            case Items(List<Value> items) ->
                items.stream()
                        .map(Values::raw)
                        .map(part -> part.length() == 1 ? "0" + part : part)
                        .collect(Collectors.joining("-"));
            default -> raw(value);
        };
    }

    /** What may be an address, best first. */
    static Stream<String> addresses(Value value) {
        return switch (value) {
            case Text(String text) -> structured(text).map(Values::addresses).orElseGet(() -> Stream.of(text.strip()));
            case Words(String text) -> Stream.of(text.strip());
            case Digits none -> Stream.of();
            case Flag none -> Stream.of();
            case Items(List<Value> items) -> items.stream().flatMap(Values::addresses);
            case Members members -> all(members, ADDRESS).flatMap(Values::addresses);
        };
    }

    private static Optional<Value> essence(Members members) {
        return all(members, ESSENCE).filter(value -> !isBlank(value)).findFirst();
    }

    /** The two halves of a person's name, as catalogues keep them; empty where there is neither. */
    private static String fullName(Members members) {
        return Stream.of(GIVEN, FAMILY)
                .map(names -> all(members, names).filter(value -> value instanceof Text || value instanceof Words))
                .map(values -> first(values.toList(), Values::line))
                .filter(half -> !half.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static Stream<Value> all(Members members, List<String> plainNames) {
        return plainNames.stream().flatMap(name -> member(members, name).stream());
    }

    private static Optional<Value> member(Members members, String plainName) {
        return members.values().entrySet().stream()
                .filter(member -> Member.plain(member.getKey()).equals(plainName))
                .map(java.util.Map.Entry::getValue)
                .findFirst();
    }

    /** Tags: a list, or a text of several. */
    static List<String> tags(Value value) {
        return names(value, true);
    }

    /** Names of people, without their addresses. */
    static List<String> authors(Value value) {
        return names(value, false).stream().map(Values::withoutEmail).toList();
    }

    private static List<String> names(Value value, boolean areTags) {
        return switch (value) {
            case Text(String text) when isNothing(text) -> List.of();
            case Text(String text) ->
                structured(text)
                        .map(inner -> areTags ? tags(inner) : authors(inner))
                        .orElseGet(() -> areTags ? splitTags(Markup.line(text)) : splitAuthors(Markup.line(text)));
            case Words(String text) -> List.of(text);
            case Digits(String digits) -> areTags ? List.of(digits) : List.of();
            case Flag none -> List.of();
            case Items(List<Value> items) ->
                items.stream().flatMap(item -> wholeNames(item, areTags)).toList();
            case Members members -> namesWithin(members, areTags);
        };
    }

    /** In a list each text is one name, whatever punctuation it has. */
    private static Stream<String> wholeNames(Value item, boolean byKeys) {
        return item instanceof Members members ? namesWithin(members, byKeys).stream() : Stream.of(line(item));
    }

    /** An object is one name, or has many: as objects, or as keys of objects or of true and false. */
    private static List<String> namesWithin(Members members, boolean byKeys) {
        Optional<Value> name = all(members, NAMES)
                .filter(value -> !isBlank(value) && !(value instanceof Members))
                .findFirst();
        if (name.isPresent()) {
            return List.of(line(name.get()));
        }
        String person = fullName(members);
        if (!person.isEmpty()) {
            return List.of(person);
        }
        List<String> names = new ArrayList<>();
        members.values().forEach((key, value) -> {
            String inner = value instanceof Members object ? line(object) : "";
            boolean on = value instanceof Members || (value instanceof Flag(boolean set) && set);
            if (!inner.isBlank()) {
                names.add(inner);
            } else if (byKeys && on) {
                names.add(key);
            }
        });
        return names;
    }

    private static List<String> splitTags(String text) {
        List<String> words = Arrays.asList(text.strip().split("[\\s,]+"));
        if (words.stream().allMatch(word -> word.startsWith("#"))) {
            return words.stream().map(word -> word.substring(1)).toList();
        }
        return Arrays.stream((BETWEEN.matcher(text).find() ? BETWEEN : COMMA).split(text, -1))
                .flatMap(part -> COMMA.splitAsStream(part))
                .toList();
    }

    private static List<String> splitAuthors(String text) {
        if (text.length() > LONGEST_NAMES) {
            return List.of(text); // Whatever it is: it will be left out as too long.
        }
        String names = BY.matcher(CleanText.of(text)).replaceFirst("");
        if (BETWEEN.matcher(names).find()) {
            return Arrays.asList(BETWEEN.split(names, -1));
        }
        List<String> parts = new ArrayList<>();
        for (String part : COMMA.split(names, -1)) {
            if (!parts.isEmpty() && TITLE_OF_NAME.matcher(part.strip()).matches()) {
                parts.set(parts.size() - 1, parts.getLast() + ", " + part.strip());
            } else {
                parts.add(part.strip());
            }
        }
        // "Doe, Jane" is one person, as a catalogue has it.
        boolean catalogued = parts.size() == 2 && parts.stream().allMatch(part -> part.indexOf(' ') < 0);
        if (catalogued) {
            return List.of(names);
        }
        return parts.stream()
                .flatMap(AND::splitAsStream)
                .map(part -> part.replaceFirst("^(?i:and)\\s+", ""))
                .toList();
    }

    static String withoutEmail(String name) {
        if (name.length() > Article.MAX_TITLE) {
            return name; // No name: whoever asks will say so.
        }
        var both = IN_BRACKETS.matcher(name.strip());
        if (both.matches()) {
            return (both.group(1) == null ? both.group(2) : both.group(1)).strip();
        }
        return name.indexOf('@') < 0
                ? name
                : ANY_EMAIL
                        .matcher(name)
                        .replaceAll("")
                        .replaceAll("[<>()]", "")
                        .strip();
    }

    /** A list of texts that was written into a cell. */
    private static Optional<Value> list(String text) {
        return text.startsWith("[\"") || text.startsWith("['") ? structured(text) : Optional.empty();
    }

    /** A list or an object that was written into a text, as JSON or as Python. */
    private static Optional<Value> structured(String text) {
        String bare = text.strip();
        boolean list = bare.startsWith("[") && bare.endsWith("]");
        boolean object = bare.startsWith("{") && bare.endsWith("}");
        return list || object ? JsonValues.parse(bare) : Optional.empty();
    }
}
