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
import java.util.Optional;
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
    private static final long BYTES_OF_ENTRY = 1_024;

    /** What a query of single letters takes once it is parsed, or more. */
    private static final long BYTES_OF_CHARACTER = 40;

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
     * @param asked the same for the same answer of an index, and for no other
     * @param cost of the answer, as a multiple of a search for one word
     */
    record Question(GivenParameters given, LocalDate today, Object asked, double cost) {

        /** In the form of the request: what differs in any letter is another. */
        static Question asItCame(Context context, GivenParameters given, LocalDate today, double cost) {
            return new Question(given, today, context.path() + "?" + context.queryString(), cost);
        }
    }

    /** Makes an answer. */
    interface Answering {
        byte[] by(SearchEngine engine);
    }

    private record State(String index, LocalDate today) {}

    private record Key(Object asked, boolean compressed) {}

    private record Kept(Content content, @Nullable Found found, long bytes) {}

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
     * A kept answer, or a new one.
     *
     * @param index that answers, by its version, looked up when the request came
     * @throws Refused as {@link Admission#work} does
     */
    Content answer(Context context, Question question, String index, String type, Answering answering) {
        if (most == 0) {
            return made(context, question, type, answering);
        }
        State now = new State(index, question.today());
        Key key = new Key(question.asked(), Compression.isAccepted(context));
        Kept kept = find(now, key);
        if (kept != null) {
            admission.time(context); // That it makes no sense is said whoever answers.
            RequestFacts.setKept(context);
            if (kept.found() != null) {
                RequestFacts.setFound(context, kept.found());
            }
            return kept.content();
        }
        Content made = made(context, question, type, answering);
        Found found = RequestFacts.found(context);
        if (isWholeAnswerOf(index, found)) {
            long size = made.length()
                    + BYTES_OF_ENTRY
                    + BYTES_OF_CHARACTER
                            * (question.given().length() + context.path().length());
            keep(now, key, new Kept(made, found, size));
        }
        return made;
    }

    private Content made(Context context, Question question, String type, Answering answering) {
        return admission.work(context, question.cost(), engine -> Content.of(context, type, answering.by(engine)));
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
