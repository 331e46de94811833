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

    /** The day that an answer to be made now is counted from: to be read before the answer is asked for. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** As {@link #send} with JSON. */
    void json(Context context, GivenParameters given, LocalDate today, Supplier<byte[]> answer) {
        send(context, given, today, Answers.JSON, "", answer);
    }

    /** As {@link #send} with JSON that is the same on all days. */
    void json(Context context, GivenParameters given, Supplier<byte[]> answer) {
        json(context, given, today(), answer);
    }

    /**
     * Answers, or says that the client has the answer. Whatever may be wrong with the request is to be found before.
     *
     * @param today that the answer is counted from
     * @param base of the links in the answer; empty where it has none
     * @param answer asked for only where the client does not have it
     */
    void send(
            Context context,
            GivenParameters given,
            LocalDate today,
            String type,
            String base,
            Supplier<byte[]> answer) {
        // Asked for before the answer is made: should the index change in between, the tag is outdated at once.
        String tag = EntityTag.weak(
                String.join("\n", run, engine.index().version(), today.toString(), base + target(context, given)));
        // Whether there is anything behind a cursor only the engine can tell: a client that has whatever there is, has
        // not.
        boolean paged = given.has(Parameter.CURSOR);
        boolean known = paged ? EntityTag.isNamed(context, tag) : EntityTag.isKnown(context, tag);
        byte[] body = known ? new byte[0] : answer.get();
        context.header("ETag", tag);
        // The page of a cursor is the same whatever becomes of the index.
        context.header("Cache-Control", paged ? "max-age=60" : "no-cache");
        if (known) {
            Answers.notModified(context);
        } else {
            Answers.send(context, type, body);
        }
    }

    private static String target(Context context, GivenParameters given) {
        return context.path() + "?" + given.canonical();
    }
}
