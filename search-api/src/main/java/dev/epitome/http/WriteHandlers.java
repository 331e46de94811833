package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Delete;
import dev.epitome.article.ArticleChange.Outcome;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.corpus.CorpusOptions;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Entry;
import dev.epitome.search.ArticleWriter;
import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.Resource;
import dev.epitome.wire.WriteJson;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpException;

/** What changes articles. A request that returns was made safe on the disk, and is seen by every search after it. */
final class WriteHandlers {

    /** So many write or wait to write at once; the others are told to come again. */
    private static final int MOST_AT_ONCE = 64;

    /** Of a single record. */
    private static final int MAX_RECORD_BYTES = 1 << 20;

    private final Supplier<Optional<ArticleWriter>> writer;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /** @param writer gives none where the index is only read here, or not opened yet */
    WriteHandlers(Supplier<Optional<ArticleWriter>> writer) {
        this.writer = writer;
    }

    void put(Context context) {
        GivenParameters.of(context.queryString(), Resource.CONSTANT);
        Condition condition = Preconditions.of(context);
        Put read = one(context);
        Put put = new Put(read.article().withId(id(context)), read.origin(), condition);
        Outcome outcome = written(to -> to.apply(List.of(put)).getFirst());
        if (outcome == Outcome.REFUSED) {
            throw new Refused(Problem.preconditionFailed());
        }
        context.header("ETag", EntityTag.of(put.article())).status(outcome == Outcome.CREATED ? 201 : 200);
        Answers.unkept(context, WriteJson.of(put.id(), outcome));
    }

    void delete(Context context) {
        GivenParameters.of(context.queryString(), Resource.CONSTANT);
        Delete delete = new Delete(id(context), Preconditions.of(context));
        Outcome outcome = written(to -> to.apply(List.of(delete)).getFirst());
        if (outcome == Outcome.REFUSED) {
            throw new Refused(Problem.preconditionFailed());
        }
        Answers.nothing(context);
    }

    /** Articles are written while others are still being sent: who sends faster than that is kept waiting. */
    void post(Context context) {
        boolean atomic =
                GivenParameters.of(context.queryString(), Resource.CHANGES).atomic();
        Visit.waitForEachPart(context);
        byte[] answer = written(to -> {
            ArticleStream stream = new ArticleStream(to, atomic);
            try (InputStream body = context.req().getInputStream()) {
                stream.read(body);
            } catch (IOException | HttpException.RuntimeException e) {
                throw new Refused(Problem.ofStatus(400));
            }
            return stream.answer();
        });
        context.header("Cache-Control", "no-store");
        Answers.send(context, WriteJson.LINES, answer);
    }

    private interface Writing<T> {
        T with(ArticleWriter writer);
    }

    private <T> T written(Writing<T> writing) {
        ArticleWriter open = writer.get()
                .orElseThrow(() -> new Refused(Problem.forbidden(
                        "This server only reads its index: articles are changed where it is written.")));
        if (!places.tryAcquire()) {
            throw new Refused(Problem.overloaded());
        }
        try {
            return writing.with(open);
        } catch (EpitomeException e) {
            throw e.kind() == Kind.INDEX_UNWRITTEN ? new Refused(Problem.unwritten()) : e;
        } finally {
            places.release();
        }
    }

    private static String id(Context context) {
        String id = context.pathParam("id");
        if (id.length() > Article.MAX_ID) {
            throw new Refused(Problem.invalidRecord("The id has more than " + Article.MAX_ID + " characters."));
        }
        return id;
    }

    /** The one record in a body, of any format that has records. */
    private static Put one(Context context) {
        List<Put> accepted = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        corpus(new ByteArrayInputStream(body(context))).read(entry -> {
            switch (entry) {
                case Entry.Accepted some -> accepted.add(new Put(some.article(), some.origin(), Condition.NONE));
                case Entry.Rejected some -> rejected.add(some.reason());
                case Entry.Skipped some -> rejected.add(some.reason());
                case Entry.Noted some -> {}
                case Entry.Cut some -> rejected.add(some.reason());
                case Entry.Ended some -> {}
            }
        });
        if (!rejected.isEmpty()) {
            throw new Refused(Problem.invalidRecord("The record cannot be an article: " + rejected.getFirst() + "."));
        }
        if (accepted.size() != 1) {
            throw new Refused(Problem.invalidRecord(
                    "The body holds " + accepted.size() + " records: send one, or several to /v1/articles by POST."));
        }
        return accepted.getFirst();
    }

    private static byte[] body(Context context) {
        try (InputStream stream = context.req().getInputStream()) {
            byte[] body = stream.readNBytes(MAX_RECORD_BYTES + 1);
            if (body.length > MAX_RECORD_BYTES) {
                throw new Refused(Problem.ofStatus(413));
            }
            return body;
        } catch (IOException | HttpException.RuntimeException e) {
            throw new Refused(Problem.ofStatus(400));
        }
    }

    static CorpusReader corpus(InputStream body) {
        return CorpusReader.of(List.of("-"), body, CorpusOptions.NONE);
    }

    /** The records of one request, written in parts as they come, and what became of each. For one thread. */
    private static final class ArticleStream {

        /** Committed together: as many as are analysed in about the time that a commit takes. */
        private static final int PART = 100;

        /** What is said of each of them waits in memory until all have come. */
        private static final int MOST = 100_000;

        private static final int MOST_ATOMIC = 10_000;

        private final ArticleWriter writer;
        private final boolean atomic;
        private final WriteJson.Lines lines = new WriteJson.Lines();
        private final List<ArticleChange> waiting = new ArrayList<>();
        private long records;

        ArticleStream(ArticleWriter writer, boolean atomic) {
            this.writer = writer;
            this.atomic = atomic;
        }

        void read(InputStream body) {
            corpus(body).read(this::take);
            write();
        }

        private void take(Entry entry) {
            switch (entry) {
                case Entry.Accepted some -> {
                    count();
                    waiting.add(new Put(some.article(), some.origin(), Condition.NONE));
                    if (!atomic && waiting.size() == PART) {
                        write();
                    }
                }
                case Entry.Rejected some -> reject(some.place().number(), some.reason());
                case Entry.Skipped some -> reject(some.place().number(), some.reason());
                case Entry.Cut some -> reject(some.place().number(), "not read to its end: " + some.reason());
                case Entry.Noted some -> {}
                case Entry.Ended some -> {}
            }
        }

        private void count() {
            int most = atomic ? MOST_ATOMIC : MOST;
            if (++records > most) {
                throw new Refused(Problem.tooManyRecords(most, atomic));
            }
        }

        private void reject(long place, String reason) {
            count();
            if (atomic) {
                throw new Refused(Problem.invalidRecord(
                        "Nothing was changed, as record " + place + " cannot be an article: " + reason + "."));
            }
            write(); // So that the lines stand in the order of the records.
            lines.rejected(place, reason);
        }

        private void write() {
            if (!waiting.isEmpty()) {
                List<Outcome> outcomes = writer.apply(waiting);
                for (int i = 0; i < outcomes.size(); i++) {
                    lines.written(waiting.get(i).id(), outcomes.get(i));
                }
                waiting.clear();
            }
        }

        byte[] answer() {
            return lines.end();
        }
    }
}
