package dev.epitome.http;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Delete;
import dev.epitome.article.ArticleChange.Outcome;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.corpus.Entry;
import dev.epitome.search.ArticleField;
import dev.epitome.search.ArticleWriter;
import dev.epitome.search.Cursor;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.Shown;
import dev.epitome.search.SortOrder;
import dev.epitome.search.Visible;
import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.GivenParameters.Deletion;
import dev.epitome.wire.Resource;
import dev.epitome.wire.WriteJson;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpException;

/** What changes articles. A request that returns was made safe on the disk, and is seen by every search after it. */
final class WriteHandlers {

    /** So many write or wait to write at once; the others are told to come again. */
    private static final int MOST_AT_ONCE = 64;

    /** Of a single record. */
    private static final int MAX_RECORD_BYTES = 1 << 20;

    /** So many hits of a search are asked for at once. */
    private static final int PAGE = SearchRequest.MAX_LIMIT;

    private final Writing writing;
    private final SearchEngine engine;
    private final KeptAnswers kept;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /**
     * @param engine that searches what is written
     * @param kept what was answered to those who may ask again
     */
    WriteHandlers(Writing writing, SearchEngine engine, KeptAnswers kept) {
        this.writing = writing;
        this.engine = engine;
        this.kept = kept;
    }

    void put(Context context) {
        Visible visible = visible(context);
        Condition condition = Preconditions.of(context);
        Put read = one(context);
        Put put = new Put(read.article().withId(id(context)), read.origin(), condition);
        Outcome outcome = written(to -> to.apply(List.of(put), visible).getFirst());
        if (outcome == Outcome.REFUSED) {
            throw new Refused(Problem.preconditionFailed());
        }
        context.header("ETag", EntityTag.of(put.article())).status(outcome == Outcome.CREATED ? 201 : 200);
        Answers.unkept(context, WriteJson.of(put.id(), outcome));
    }

    void delete(Context context) {
        Visible visible = visible(context);
        Delete delete = new Delete(id(context), Preconditions.of(context));
        Outcome outcome = written(to -> to.apply(List.of(delete), visible).getFirst());
        if (outcome == Outcome.REFUSED) {
            throw new Refused(Problem.preconditionFailed());
        }
        Answers.nothing(context);
    }

    private static Visible visible(Context context) {
        return GivenParameters.of(context.queryString(), Resource.CHANGE).visible();
    }

    /** Deletes what a filter lets pass, where that are as many articles as the client thinks. */
    void deleteMany(Context context) {
        GivenParameters given = GivenParameters.of(context.queryString(), Resource.DELETION);
        Deletion deletion = given.deletion();
        long deleted = written(to -> {
            to.apply(List.of(), Visible.WAIT); // What was written before is among what is looked for.
            List<ArticleChange> deletes = deletes(deletion);
            return to.apply(deletes, given.visible()).stream()
                    .filter(outcome -> outcome == Outcome.DELETED)
                    .count();
        });
        Answers.unkept(context, WriteJson.deleted(deleted));
    }

    /** Each only as long as it is as it was found. */
    private List<ArticleChange> deletes(Deletion deletion) {
        SearchRequest page = SearchRequest.of("")
                .withFilter(deletion.filter())
                .withSort(SortOrder.NEWEST)
                .withShown(new Shown(EnumSet.allOf(ArticleField.class), false, false))
                .withLimit(PAGE);
        List<ArticleChange> deletes = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            SearchResult found = engine.search(next.map(page::withCursor).orElse(page));
            long least = Math.max(
                    found.total().value(), deletes.size() + (long) found.hits().size());
            if (least > deletion.expected()) {
                throw new Refused(Problem.notExpected(deletion.expected(), least));
            }
            found.hits()
                    .forEach(hit -> deletes.add(
                            new Delete(hit.article().id(), present -> present.equals(Optional.of(hit.article())))));
            next = found.next();
        } while (next.isPresent());
        if (deletes.size() != deletion.expected()) {
            throw new Refused(Problem.notExpected(deletion.expected(), deletes.size()));
        }
        return deletes;
    }

    /** Articles are written while others are still being sent: who sends faster than that is kept waiting. */
    void post(Context context) {
        GivenParameters given = GivenParameters.of(context.queryString(), Resource.CHANGES);
        boolean atomic = given.atomic();
        Visible visible = given.visible();
        Visit.waitForEachPart(context);
        Optional<String> key = KeptAnswers.key(context, given.canonical());
        byte[] answer = written(to -> {
            try (InputStream body = context.req().getInputStream()) {
                return key.isEmpty()
                        ? new IncomingArticles(to, atomic).write(body, visible)
                        : kept.answer(
                                context,
                                key.get(),
                                body,
                                sent -> new IncomingArticles(to, atomic).write(sent, visible));
            } catch (IOException | HttpException.RuntimeException e) {
                throw new Refused(Problem.ofStatus(400));
            }
        });
        context.header("Cache-Control", "no-store");
        Answers.send(context, WriteJson.LINES, answer);
    }

    private <T> T written(Function<ArticleWriter, T> work) {
        ArticleWriter open = open(writing);
        if (!places.tryAcquire()) {
            throw new Refused(Problem.overloaded());
        }
        try {
            return work.apply(open);
        } catch (EpitomeException e) {
            throw e.kind() == Kind.INDEX_UNWRITTEN ? new Refused(Problem.unwritten()) : e;
        } finally {
            places.release();
        }
    }

    /**
     * What writes articles here.
     *
     * @throws Refused where nothing ever does
     * @throws EpitomeException of kind {@link Kind#INDEX_MISSING} where nothing does yet
     */
    static ArticleWriter open(Writing writing) {
        if (writing.equals(Writing.NONE)) {
            throw new Refused(
                    Problem.forbidden("This server only reads its index: articles are changed where it is written."));
        }
        return writing.writer()
                .get()
                .orElseThrow(() -> new EpitomeException(Kind.INDEX_MISSING, "the index is not open yet"));
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
        IncomingArticles.corpus(new ByteArrayInputStream(body(context))).read(entry -> {
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
}
