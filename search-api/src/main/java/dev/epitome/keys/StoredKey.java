package dev.epitome.keys;

import dev.epitome.article.CleanText;
import dev.epitome.keys.SlowHash.BadLine;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** A key as its file has it: all but its secret, of which there is only a hash. Immutable. */
public final class StoredKey {

    static final int LONGEST_NAME = 100;

    private static final Pattern ID = Pattern.compile("[a-z0-9]{8}");

    private final String id;
    private final Role role;
    private final LocalDate created;
    private final SlowHash hash;
    private final String name;

    StoredKey(String id, Role role, LocalDate created, SlowHash hash, String name) {
        this.id = id;
        this.role = role;
        this.created = created;
        this.hash = hash;
        this.name = name;
    }

    /** Tells it from others; is no secret, and a part of the key. */
    public String id() {
        return id;
    }

    public Role role() {
        return role;
    }

    /** The day on which it was made. */
    public LocalDate created() {
        return created;
    }

    /** What it was called by whoever made it; may be empty. */
    public String name() {
        return name;
    }

    SlowHash hash() {
        return hash;
    }

    /** Its line in a key file. */
    public String line() {
        return String.join(" ", id, role.toString(), created.toString(), hash.text(), name)
                .strip();
    }

    /**
     * Reads such a line.
     *
     * @throws BadLine where it is none
     */
    static StoredKey parse(String line) throws BadLine {
        String[] words = line.strip().split("\\s+", 5);
        if (!ID.matcher(words[0]).matches()) {
            throw new BadLine("it does not begin with an id of 8 small letters or digits");
        }
        if (words.length < 4) {
            throw new BadLine("it has not all of id, role, day and hash, with a blank between each");
        }
        Role role =
                Role.written(words[1]).orElseThrow(() -> new BadLine("its second word is not read, write or admin"));
        String name = words.length == 5 ? CleanText.of(words[4]) : "";
        if (name.length() > LONGEST_NAME) {
            throw new BadLine("its name has more than " + LONGEST_NAME + " characters");
        }
        return new StoredKey(words[0], role, day(words[2]), SlowHash.parse(words[3]), name);
    }

    private static LocalDate day(String text) throws BadLine {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadLine("its third word is no day such as 2026-11-03");
        }
    }

    /** Without the hash, which nobody but the file needs. */
    @Override
    public String toString() {
        return "key " + id + " to " + role;
    }
}
