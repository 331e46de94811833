package dev.epitome.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The members of a record, each with the names that daily.dev and schema.org exports have for it. */
enum RecordMember {
    ID("id", "@id"),
    TITLE("title", "headline"),
    SUMMARY("summary", "description"),
    URL("url"),
    SOURCE("source", "publisher"),
    AUTHORS("authors", "author"),
    TYPE("type", "@type"),
    TAGS("tags", "keywords"),
    PUBLISHED("published", "publishedAt", "datePublished"),
    RANK("rank", "position");

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // a list that cannot change, of strings
    private final List<String> keys;

    RecordMember(String... keys) {
        this.key = keys[0];
        this.keys = List.of(keys);
    }

    /** Our name for it. */
    String key() {
        return key;
    }

    /** All its names, ours first. */
    Stream<String> keys() {
        return keys.stream();
    }

    /** Whether it is the name of a member, letter by letter. */
    static boolean isKey(String name) {
        return Arrays.stream(values()).anyMatch(member -> member.keys.contains(name));
    }

    /** The member of that name, whatever its case. */
    static Optional<RecordMember> named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(member -> member.keys()
                        .anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(wanted)))
                .findFirst();
    }
}
