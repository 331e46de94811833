package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.corpus.Place;
import dev.epitome.search.ArticleWriter;
import dev.epitome.search.RebuildChecks;
import dev.epitome.search.RebuildListener;
import dev.epitome.search.RebuildResult;
import dev.epitome.wire.RebuildTask;
import dev.epitome.wire.RebuildTask.Rejection;
import dev.epitome.wire.RebuildTask.State;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A rebuild that a client has asked for, on a thread of its own. Any thread may ask how far it is. */
final class Rebuild implements RebuildListener {

    private static final Logger LOG = System.getLogger(Rebuild.class.getName());

    private final String id = UUID.randomUUID().toString();
    private final Instant startedAt = Instant.now();
    private final CountDownLatch read = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Rejection> rejections = new ArrayList<>();
    private State state = State.READING;
    private Optional<Instant> endedAt = Optional.empty();
    private OptionalLong articles = OptionalLong.empty();
    private List<String> reasons = List.of();
    private Optional<Problem> problem = Optional.empty();
    private long records;
    private long rejected;
    private boolean broken;

    String id() {
        return id;
    }

    /** Reads the articles, and has them take the place of all. */
    void run(ArticleWriter writer, InputStream body, RebuildChecks checks) {
        try (InputStream whole = new WholeBody(body)) {
            RebuildResult result = writer.rebuild(IncomingArticles.corpus(whole), checks, this);
            boolean published = result.refused().isEmpty();
            synchronized (this) {
                articles = published ? OptionalLong.of(result.articles()) : OptionalLong.empty();
            }
            end(published ? State.PUBLISHED : State.REFUSED, published ? result.remarks() : result.refused());
        } catch (CancellationException e) {
            if (isBroken()) {
                failed(Problem.ofStatus(400), "what was sent ended before all of it had come");
            } else {
                failed(Problem.conflict("The rebuild was cancelled."), State.CANCELLED, List.of());
            }
        } catch (EpitomeException e) {
            failed(
                    switch (e.kind()) {
                        case INDEX_LOCKED ->
                            Problem.conflict("The index is being rebuilt already: wait until that has ended.");
                        case INDEX_UNWRITTEN -> Problem.unwritten();
                        default -> Problem.of(e);
                    },
                    e.kind() == Kind.INDEX_UNWRITTEN
                            ? "the index could not be written, and stays as it was"
                            : e.getMessage());
            LOG.log(Level.WARNING, "rebuild " + id + " failed", e);
        } catch (IOException | RuntimeException | Error e) {
            failed(Problem.internalError(), "the server failed; its log says more under the id of this task");
            LOG.log(Level.ERROR, "rebuild " + id + " failed", e);
        }
    }

    /** What is being sent: whether all of it has come. */
    private final class WholeBody extends FilterInputStream {

        WholeBody(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            boolean good = false;
            try {
                int count = super.read(bytes, offset, length);
                good = true;
                return count;
            } finally {
                if (!good) {
                    setBroken();
                }
            }
        }
    }

    private synchronized void setBroken() {
        broken = true;
    }

    private synchronized boolean isBroken() {
        return broken;
    }

    private void failed(Problem answer, String reason) {
        failed(answer, State.FAILED, List.of(reason));
    }

    private void failed(Problem answer, State how, List<String> why) {
        synchronized (this) {
            problem = Optional.of(answer);
        }
        end(how, why);
    }

    private void end(State how, List<String> why) {
        synchronized (this) {
            state = how;
            reasons = why;
            endedAt = Optional.of(Instant.now());
        }
        read.countDown();
        ended.countDown();
    }

    /**
     * Waits until all has been read that was sent.
     *
     * @throws Refused where it ended before that
     */
    void awaitRead() throws InterruptedException {
        read.await();
        synchronized (this) {
            if (problem.isPresent()) {
                throw new Refused(problem.get());
            }
        }
    }

    /** Waits until it has ended, but no longer than that. */
    void awaitEnd(Duration most) throws InterruptedException {
        boolean unused = ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Has it end, unless it has ended or is just being published. */
    synchronized void cancel() {
        if (!state.isEnded()) {
            state = State.CANCELLING;
        }
    }

    synchronized boolean isEnded() {
        return state.isEnded();
    }

    /** How far it is. */
    synchronized RebuildTask task() {
        return new RebuildTask(id, state, startedAt, endedAt, records, rejected, articles, reasons, rejections);
    }

    @Override
    public synchronized void progress(long count) {
        records = count;
    }

    @Override
    public synchronized void rejected(Place place, String reason) {
        rejected++;
        if (rejections.size() < RebuildTask.MAX_REJECTIONS) {
            rejections.add(new Rejection(place.number(), reason));
        }
    }

    @Override
    public void readAll() {
        synchronized (this) {
            if (state == State.READING && !broken) {
                state = State.PUBLISHING;
            }
            if (broken) {
                return; // It ends at once, and that is what is to be told.
            }
        }
        read.countDown();
    }

    @Override
    public synchronized boolean isCancelled() {
        return broken || state == State.CANCELLING;
    }
}
