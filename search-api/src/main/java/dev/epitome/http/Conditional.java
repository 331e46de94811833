package dev.epitome.http;

import dev.epitome.search.SearchEngine;
import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.Parameter;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Answers that a client may keep as long as it asks whether they still hold. What they depend on is known before they
 * are made: the index, the day that dates are counted from, and what is asked. So the asking costs no search.
 */
final class Conditional {

    private final Admission admission;
    private final InstantSource clock;

    /** The same index answers otherwise with other aliases or another version of ours: no tag outlives the process. */
    private final String run = UUID.randomUUID().toString();

    /** Makes an answer. */
    interface Answering {
        byte[] by(SearchEngine engine);
    }

    Conditional(Admission admission, InstantSource clock) {
        this.admission = admission;
        this.clock = clock;
    }

    /** The day that an answer to be made now is counted from: to be read before the answer is asked for. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** As {@link #send} with JSON. */
    void json(Context context, GivenParameters given, LocalDate today, double cost, Answering answer) {
        send(context, given, today, Answers.JSON, "", cost, answer);
    }

    /** As {@link #send} with JSON that is the same on all days. */
    void json(Context context, GivenParameters given, double cost, Answering answer) {
        json(context, given, today(), cost, answer);
    }

    /**
     * Answers, or says that the client has the answer. Whatever may be wrong with the request is to be found before.
     *
     * @param today that the answer is counted from
     * @param base of the links in the answer; empty where it has none
     * @param cost of the answer, as a multiple of a search for one word
     * @param answer asked for only where the client does not have it
     */
    void send(
            Context context,
            GivenParameters given,
            LocalDate today,
            String type,
            String base,
            double cost,
            Answering answer) {
        // Asked for before the answer is made: should the index change in between, the tag is outdated at once.
        String index = admission.engine().index().version();
        String tag = EntityTag.weak(String.join("\n", run, index, today.toString(), base + target(context, given)));
        // Whether there is anything behind a cursor only the engine can tell: a client that has whatever there is, has
        // not.
        boolean paged = given.has(Parameter.CURSOR);
        boolean known = paged ? EntityTag.isNamed(context, tag) : EntityTag.isKnown(context, tag);
        if (known) {
            keep(context, tag, paged);
            Answers.notModified(context);
            return;
        }
        Answers.Content made =
                admission.work(context, cost, engine -> Answers.Content.of(context, type, answer.by(engine)));
        if (RequestFacts.isCutShort(context)) {
            context.header("Cache-Control", "no-store");
        } else {
            keep(context, tag, paged);
        }
        Answers.send(context, made);
    }

    /** The page of a cursor is the same whatever becomes of the index. */
    private static void keep(Context context, String tag, boolean paged) {
        context.header("ETag", tag);
        context.header("Cache-Control", paged ? "max-age=60" : "no-cache");
    }

    private static String target(Context context, GivenParameters given) {
        return context.path() + "?" + given.canonical();
    }
}
