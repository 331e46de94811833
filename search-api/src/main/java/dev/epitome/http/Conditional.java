package dev.epitome.http;

import dev.epitome.search.SearchEngine;
import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.Parameter;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Answers that a client may keep as long as it asks whether they still hold. What they depend on is known before they
 * are made: the index, the day that dates are counted from, and what is asked. So the asking costs no search.
 */
final class Conditional {

    private final SearchEngine engine;
    private final InstantSource clock;

    /** The same index answers otherwise with other aliases or another version of ours: no tag outlives the process. */
    private final String run = UUID.randomUUID().toString();

    Conditional(SearchEngine engine, InstantSource clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** As {@link #send} with JSON. */
    void json(Context context, GivenParameters given, Supplier<byte[]> answer) {
        send(context, given, Answers.JSON, answer);
    }

    /**
     * Answers, or says that the client has the answer. Whatever may be wrong with the request is to be found before.
     *
     * @param answer asked for only where the client does not have it
     */
    void send(Context context, GivenParameters given, String type, Supplier<byte[]> answer) {
        // Asked for before the answer is made: should the index change in between, the tag is outdated at once.
        String tag = EntityTag.weak(String.join("\n", run, engine.index().version(), day(), target(context, given)));
        boolean known = EntityTag.isKnown(context, tag);
        byte[] body = known ? new byte[0] : answer.get();
        context.header("ETag", tag);
        // The page of a cursor is the same whatever becomes of the index.
        context.header("Cache-Control", given.has(Parameter.CURSOR) ? "max-age=60" : "no-cache");
        if (known) {
            Answers.notModified(context);
        } else {
            Answers.send(context, type, body);
        }
    }

    private String day() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    }

    /** With the host, since feeds have it in their links. */
    private static String target(Context context, GivenParameters given) {
        return context.header("Host") + context.path() + "?" + given.canonical();
    }
}
