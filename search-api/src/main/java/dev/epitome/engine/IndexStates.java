package dev.epitome.engine;

import dev.epitome.EpitomeException;
import dev.epitome.search.HealthCheck;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The states of one index, to borrow from. For any number of threads. */
public interface IndexStates extends AutoCloseable {

    /**
     * Lends a state, which stays as it is until it is given back.
     *
     * @param id of the state that is wanted; empty for the newest
     * @throws EpitomeException of kind {@link EpitomeException.Kind#CURSOR_EXPIRED} when that state is gone
     * @throws IllegalStateException when this is closed
     */
    IndexState borrow(Optional<String> id, Budget budget);

    /** The failure to tell a caller where a state could not be read. */
    EpitomeException unreadable(IndexState state, Throwable cause);

    /** Says that what was read may not be what was written. */
    void suspect();

    /** How looking after the index goes. */
    List<HealthCheck> health();

    /** @throws IOException when that fails; it is closed all the same */
    @Override
    void close() throws IOException;
}
