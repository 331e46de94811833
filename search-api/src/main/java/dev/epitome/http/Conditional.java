package dev.epitome.http;

import dev.epitome.http.AnswerCache.Kept;
import dev.epitome.http.AnswerCache.Question;
import dev.epitome.http.AnswerCache.Work;
import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.Parameter;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers that a client may keep as long as it asks whether they still hold. What they depend on is known before they
 * are made: the index, the day that dates are counted from, and what is asked. So the asking costs no search.
 */
final class Conditional {

    private final AnswerCache answers;
    private final InstantSource clock;

    /** The same index answers otherwise with other aliases or another version of ours: no tag outlives the process. */
    private final String run = UUID.randomUUID().toString();

    Conditional(AnswerCache answers, InstantSource clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /** The day that an answer to be made now is counted from: to be read before the answer is asked for. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Says what is to be done for an answer, and throws where the question is wrong. */
    interface Reading {
        Work work();
    }

    /** As {@link #send} with JSON, which has no links. */
    void json(Context context, Question question, Reading reading) {
        send(context, question, Answers.JSON, "", () -> {}, reading);
    }

    /**
     * As above.
     *
     * @param known throws where the client cannot have an answer whatever it says
     */
    void json(Context context, Question question, Runnable known, Reading reading) {
        send(context, question, Answers.JSON, "", known, reading);
    }

    /**
     * Answers, or says that the client has the answer.
     *
     * @param base of the links in the answer; empty where it has none
     * @param reading asked for only where there is no answer to that question yet, which then cannot be wrong
     */
    void send(Context context, Question question, String type, String base, Reading reading) {
        send(context, question, type, base, () -> {}, reading);
    }

    private void send(Context context, Question question, String type, String base, Runnable known, Reading reading) {
        // Asked for before the answer is made: should the index change in between, the tag is outdated at once.
        String index = index();
        Kept kept = answers.find(context, question, index);
        @Nullable Work work = kept == null ? reading.work() : null;
        GivenParameters given = question.given();
        String tag = EntityTag.weak(
                String.join("\n", run, index, question.today().toString(), base + target(context, given)));
        // Whether there is anything behind a cursor only the engine can tell: a client that has whatever there is, has
        // not.
        boolean paged = given.has(Parameter.CURSOR);
        if (paged ? EntityTag.isNamed(context, tag) : EntityTag.isKnown(context, tag)) {
            if (kept == null) {
                known.run();
            }
            keep(context, tag, paged);
            Answers.notModified(context);
            return;
        }
        Answers.Content answer = work == null
                ? answers.given(context, Objects.requireNonNull(kept))
                : answers.made(context, question, index, type, work);
        if (RequestFacts.isCutShort(context)) {
            context.header("Cache-Control", "no-store");
        } else {
            keep(context, tag, paged);
        }
        Answers.send(context, answer);
    }

    /** Answers with JSON that no client is to keep. */
    void unkept(Context context, Question question, Reading reading) {
        String index = index();
        Kept kept = answers.find(context, question, index);
        Answers.Content answer = kept == null
                ? answers.made(context, question, index, Answers.JSON, reading.work())
                : answers.given(context, kept);
        context.header("Cache-Control", "no-store");
        Answers.send(context, answer);
    }

    private String index() {
        return answers.admission().engine().index().version();
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
