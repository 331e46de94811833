package dev.epitome.search;

import java.util.Objects;

/**
 * Where the next page of an answer begins. Only the engine that made it can read it, or another one over the same
 * index; it holds for the same request, of any limit. After the index has changed it holds for some minutes more.
 *
 * @param token letters, digits, {@code -} and {@code _}
 */
public record Cursor(String token) {
    public Cursor {
        Objects.requireNonNull(token, "token");
    }
}
