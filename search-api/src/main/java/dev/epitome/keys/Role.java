package dev.epitome.keys;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What the holder of a key may do; each may do what those before it may, too. */
public enum Role {
    /** Read what is not public. */
    READ,
    /** Change articles. */
    WRITE,
    /** Run the service: see how it is, and have it do what concerns all articles. */
    ADMIN;

    /** Whether it may do what that one may. */
    public boolean includes(Role other) {
        return compareTo(Objects.requireNonNull(other, "other")) >= 0;
    }

    /** As it is written in files and options. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is written so; empty for none. */
    public static Optional<Role> written(String text) {
        Objects.requireNonNull(text, "text");
        return Arrays.stream(values())
                .filter(role -> role.toString().equals(text))
                .findFirst();
    }
}
