package dev.epitome.corpus;

import dev.epitome.article.CleanText;
import dev.epitome.corpus.Entry.Unread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the values of the members of a file that are not known, by their names. */
final class UnreadMembers {

    /** Objects by id have as many names as records: past these, names are not counted. */
    private static final int MAX_NAMES = 200;

    private static final int SAMPLES = 5;
    private static final int SAMPLE = 300;
    private static final int TEXT = 60;
    private static final int WORDS = 7;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2099;

    private static final class Count {
        long values;
        final List<Value> samples = new ArrayList<>(SAMPLES);
    }

    private final Map<String, Count> counts = new LinkedHashMap<>();

    void count(String name, Value value) {
        if (counts.size() >= MAX_NAMES && !counts.containsKey(name)) {
            return;
        }
        Count count = counts.computeIfAbsent(name, some -> new Count());
        count.values++;
        if (count.samples.size() < SAMPLES) {
            count.samples.add(sample(value));
        }
    }

    /** As much of a value as it takes to see what it is. */
    private static Value sample(Value value) {
        return switch (value) {
            case Value.Text(String text) -> new Value.Text(CleanText.start(text, SAMPLE));
            case Value.Words(String text) -> new Value.Words(CleanText.start(text, SAMPLE));
            case Value.Digits digits -> digits;
            case Value.Flag flag -> flag;
            case Value.Items none -> new Value.Words("");
            case Value.Members members -> new Value.Words(CleanText.start(Values.raw(members), SAMPLE));
        };
    }

    List<Unread> all() {
        return counts.entrySet().stream()
                .map(entry -> new Unread(
                        CleanText.shortened(CleanText.of(entry.getKey()), 100),
                        entry.getValue().values,
                        couldBe(entry.getValue().samples).map(Member::key)))
                .toList();
    }

    private static Optional<Member> couldBe(List<Value> samples) {
        if (samples.stream().allMatch(UnreadMembers::isDate)) {
            return Optional.of(Member.PUBLISHED);
        }
        if (samples.stream()
                .allMatch(value -> Values.addresses(value).anyMatch(dev.epitome.article.Article::isWebAddress))) {
            return Optional.of(Member.URL);
        }
        boolean texts = samples.stream()
                .map(Values::words)
                .allMatch(words -> words.length() >= TEXT && words.split(" ", WORDS + 1).length > WORDS);
        return texts ? Optional.of(Member.SUMMARY) : Optional.empty();
    }

    /** Numbers of any kind may be read as seconds since 1970. */
    private static boolean isDate(Value value) {
        return DateText.date(Values.raw(value))
                .map(date -> date.firstDay().getYear())
                .filter(year -> year >= FIRST_YEAR && year <= LAST_YEAR)
                .isPresent();
    }
}
