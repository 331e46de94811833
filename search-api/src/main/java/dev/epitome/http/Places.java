package dev.epitome.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Who may have a connection. Beyond the limits there are a few spare places, on which whoever watches over the service
 * is told what it asks, and everybody else that there is no room. No client has all of those.
 */
final class Places {

    /** What a connection is given. */
    enum Place {
        FULL,
        SPARE,
        NONE
    }

    static final int SPARE = 16;
    static final int SPARE_OF_ONE_CLIENT = 4;

    private static final Logger LOG = System.getLogger(Places.class.getName());
    private static final long SILENCE = Duration.ofMinutes(1).toNanos();

    private final int total;
    private final int perClient;
    private final LongSupplier nanoTime;
    private final Map<String, Integer> full = new HashMap<>();
    private final Map<String, Integer> spare = new HashMap<>();
    private int taken;
    private int spareTaken;
    private long turnedAway;
    private long toldAt;
    private boolean told;

    /** Takes the time from a clock that never goes back. */
    Places(ConnectionLimits limits, LongSupplier nanoTime) {
        this.total = limits.total();
        this.perClient = limits.perClient();
        this.nanoTime = nanoTime;
    }

    /** @param isMany whether the client speaks for others, so that only the limit for all counts */
    synchronized Place take(String client, boolean isMany) {
        boolean roomForAll = total == 0 || taken < total;
        boolean roomForOne = isMany || perClient == 0 || full.getOrDefault(client, 0) < perClient;
        if (roomForAll && roomForOne) {
            taken++;
            full.merge(client, 1, Integer::sum);
            return Place.FULL;
        }
        tell(client, roomForAll);
        if (spareTaken < SPARE && spare.getOrDefault(client, 0) < SPARE_OF_ONE_CLIENT) {
            spareTaken++;
            spare.merge(client, 1, Integer::sum);
            return Place.SPARE;
        }
        return Place.NONE;
    }

    synchronized void leave(String client, Place place) {
        switch (place) {
            case FULL -> {
                taken--;
                leave(full, client);
            }
            case SPARE -> {
                spareTaken--;
                leave(spare, client);
            }
            case NONE -> {}
        }
    }

    private static void leave(Map<String, Integer> places, String client) {
        places.computeIfPresent(client, (same, number) -> number == 1 ? null : number - 1);
    }

    /** Once a minute at most: who fills the door must not fill the log as well. */
    private void tell(String client, boolean roomForAll) {
        turnedAway++;
        long now = nanoTime.getAsLong();
        if (told && now - toldAt < SILENCE) {
            return;
        }
        LOG.log(
                Level.WARNING,
                "no room for a connection from {0}: {1}; turned away since this was last said: {2}",
                client,
                roomForAll
                        ? "it has " + perClient + ", as many as one client may"
                        : "there are " + total + ", as many as may be",
                turnedAway);
        told = true;
        toldAt = now;
        turnedAway = 0;
    }
}
