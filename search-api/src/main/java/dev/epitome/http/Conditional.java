package dev.epitome.http;

import dev.epitome.http.AnswerCache.Answering;
import dev.epitome.http.AnswerCache.Question;
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

    /** As {@link #send} with JSON, which has no links. */
    void json(Context context, Question question, Answering answering) {
        json(context, question, () -> {}, answering);
    }

    /**
     * As above.
     *
     * @param known throws where the client cannot have an answer whatever it says
     */
    void json(Context context, Question question, Runnable known, Answering answering) {
        send(context, question, Answers.JSON, "", known, answering);
    }

    /**
     * Answers, or says that the client has the answer. Whatever may be wrong with the request is to be found before.
     *
     * @param base of the links in the answer; empty where it has none
     * @param answering asked for only where the client does not have it
     */
    void send(Context context, Question question, String type, String base, Answering answering) {
        send(context, question, type, base, () -> {}, answering);
    }

    private void send(
            Context context, Question question, String type, String base, Runnable known, Answering answering) {
        // Asked for before the answer is made: should the index change in between, the tag is outdated at once.
        String index = index();
        GivenParameters given = question.given();
        String tag = EntityTag.weak(
                String.join("\n", run, index, question.today().toString(), base + target(context, given)));
        // Whether there is anything behind a cursor only the engine can tell: a client that has whatever there is, has
        // not.
        boolean paged = given.has(Parameter.CURSOR);
        if (paged ? EntityTag.isNamed(context, tag) : EntityTag.isKnown(context, tag)) {
            known.run();
            keep(context, tag, paged);
            Answers.notModified(context);
            return;
        }
        Answers.Content answer = answers.answer(context, question, index, type, answering);
        if (RequestFacts.isCutShort(context)) {
            context.header("Cache-Control", "no-store");
        } else {
            keep(context, tag, paged);
        }
        Answers.send(context, answer);
    }

    /** Answers with JSON that no client is to keep. */
    void unkept(Context context, Question question, Answering answering) {
        Answers.Content answer = answers.answer(context, question, index(), Answers.JSON, answering);
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
