package dev.epitome.search;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.util.Objects;

/**
 * Asks how a query may go on.
 *
 * @param typed what stands before the caret; any text, also none
 * @param limit how many suggestions to give at most, 1 to {@value #MAX_LIMIT}
 */
public record SuggestRequest(String typed, int limit) {

    public static final int DEFAULT_LIMIT = 8;
    public static final int MAX_LIMIT = 20;

    /**
     * Checks the bounds.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when the limit is out of them
     */
    public SuggestRequest {
        Objects.requireNonNull(typed, "typed");
        Bounds.require("limit", limit, 1, MAX_LIMIT);
    }
}
