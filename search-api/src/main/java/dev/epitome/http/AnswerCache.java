package dev.epitome.http;

import dev.epitome.http.Answers.Content;
import dev.epitome.http.RequestFacts.Found;
import dev.epitome.search.HealthCheck;
import dev.epitome.search.SearchEngine;
import dev.epitome.wire.GivenParameters;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whole answers, kept to be given again to whoever asks the same of the same index: then nobody waits for a worker. No
 * answer is another for it, but that it took as long as it took when it was made. Kept is only what the index that now
 * answers has answered completely, and given only while searches are answered.
 *
 * <p>A cursor in a kept answer is as good as a new one: it is for the newest index, which was told when the answer was
 * made that somebody may come back for it.
 *
 * <p>For any number of threads.
 */
final class AnswerCache {

    /** What an entry takes beside its answer and its question, or more. */
    private static final long BYTES_OF_ENTRY = 512;

    /** No answer takes the room of many others. */
    private static final int LEAST_ANSWERS = 16;

    private final Admission admission;
    private final long most;
    private final Map<Key, Kept> entries = new LinkedHashMap<>(16, 0.75f, true);
    private State state = new State("", LocalDate.EPOCH);
    private long bytes;
    private long hits;
    private long misses;

    /**
     * What is asked.
     *
     * @param today that the answer is counted from
     * @param text the same for the same answer of an index, and for no other
     */
    record Question(GivenParameters given, LocalDate today, String text) {

        /** In the form of the request: what differs in any letter is another. */
        static Question asItCame(Context context, GivenParameters given, LocalDate today) {
            return new Question(given, today, context.path() + "?" + context.queryString());
        }
    }

    /**
     * What is to be done for an answer that is not there.
     *
     * @param cost as a multiple of a search for one word
     */
    record Work(double cost, Answering answering) {}

    /** Makes an answer. */
    interface Answering {
        byte[] by(SearchEngine engine);
    }

    private record State(String index, LocalDate today) {}

    private record Key(String text, boolean compressed) {
        static Key of(Context context, Question question) {
            return new Key(question.text(), Compression.isAccepted(context));
        }
    }

    /** An answer that is there. */
    record Kept(Content content, @Nullable Found found, long bytes) {}

    private AnswerCache(Admission admission, long most) {
        this.admission = admission;
        this.most = most;
    }

    /** As large as the limits say. */
    static AnswerCache of(SearchEngine engine, WorkLimits limits) {
        return new AnswerCache(new Admission(engine, limits), limits.answerCache());
    }

    /** Who has the engine work. */
    Admission admission() {
        return admission;
    }

    /**
     * The kept answer, if there is one.
     *
     * @param index that answers, by its version, looked up when the request came
     */
    @Nullable
    Kept find(Context context, Question question, String index) {
        return most == 0 ? null : find(new State(index, question.today()), Key.of(context, question));
    }

    /**
     * Takes a kept answer as that of a request.
     *
     * @throws Refused where the request says nonsense of its time: whoever answers, that is said
     */
    Content given(Context context, Kept kept) {
        admission.time(context);
        RequestFacts.setKept(context);
        if (kept.found() != null) {
            RequestFacts.setFound(context, kept.found());
        }
        return kept.content();
    }

    /**
     * A new answer, which is kept from then on.
     *
     * @param index as above
     * @throws Refused as {@link Admission#work} does
     */
    Content made(Context context, Question question, String index, String type, Work work) {
        Content made = admission.work(
                context,
                work.cost(),
                engine -> Content.of(context, type, work.answering().by(engine)));
        Found found = RequestFacts.found(context);
        if (most > 0 && isWholeAnswerOf(index, found)) {
            long size = made.length() + 2L * question.text().length() + BYTES_OF_ENTRY;
            keep(new State(index, question.today()), Key.of(context, question), new Kept(made, found, size));
        }
        return made;
    }

    /** A newer index may have answered, or an older one that a cursor names. */
    private boolean isWholeAnswerOf(String index, @Nullable Found found) {
        return (found == null || (!found.cutShort() && found.index().equals(index)))
                && admission.engine().index().version().equals(index);
    }

    private boolean isReady() {
        return admission.engine().health().stream().noneMatch(HealthCheck::preventsAnswers);
    }

    private @Nullable Kept find(State now, Key key) {
        boolean ready = isReady();
        synchronized (this) {
            if (!ready || !now.equals(state)) {
                entries.clear();
                bytes = 0;
                state = now;
            }
            Kept kept = entries.get(key);
            if (kept == null) {
                misses++;
            } else {
                hits++;
            }
            return kept;
        }
    }

    private synchronized void keep(State of, Key key, Kept answer) {
        if (!of.equals(state) || answer.bytes() > most / LEAST_ANSWERS) {
            return;
        }
        Kept before = entries.put(key, answer);
        bytes += answer.bytes() - (before == null ? 0 : before.bytes());
        Iterator<Kept> longestUnasked = entries.values().iterator();
        while (bytes > most) {
            bytes -= longestUnasked.next().bytes();
            longestUnasked.remove();
        }
    }

    /** How many bytes the kept answers take, or a few less. */
    synchronized long bytes() {
        return bytes;
    }

    synchronized int answers() {
        return entries.size();
    }

    /** How often an answer was there. */
    synchronized long hits() {
        return hits;
    }

    /** How often one had to be made. */
    synchronized long misses() {
        return misses;
    }
}
