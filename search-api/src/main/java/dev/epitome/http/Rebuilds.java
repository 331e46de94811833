package dev.epitome.http;

import dev.epitome.search.ArticleWriter;
import dev.epitome.search.RebuildChecks;
import dev.epitome.wire.GivenParameters;
import dev.epitome.wire.RebuildTask;
import dev.epitome.wire.Resource;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Rebuilds that clients ask for, one at a time, and how they ended. They are forgotten with the process. */
final class Rebuilds {

    /** So many are known, the newest. */
    private static final int KNOWN = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Writing writing;
    private final Deque<Rebuild> known = new ArrayDeque<>();

    Rebuilds(Writing writing) {
        this.writing = writing;
    }

    /** Takes records as they come. The answer is given when all have come, and the rest is done after it. */
    void post(Context context) throws IOException, InterruptedException {
        RebuildChecks checks =
                GivenParameters.of(context.queryString(), Resource.REBUILD).checks();
        ArticleWriter open = WriteHandlers.open(writing);
        Visit.waitForEachPart(context);
        Rebuild rebuild = begin();
        InputStream body = context.req().getInputStream();
        Thread unused =
                Thread.ofPlatform().daemon().name("epitome-rebuild").start(() -> rebuild.run(open, body, checks));
        try {
            rebuild.awaitRead();
        } catch (InterruptedException e) {
            rebuild.cancel();
            throw e;
        }
        context.header("Location", "tasks/" + rebuild.id()).status(202);
        Answers.unkept(context, rebuild.task().json());
    }

    private synchronized Rebuild begin() {
        for (Rebuild other : known) {
            if (!other.isEnded()) {
                throw new Refused(Problem.conflict(
                        "Another rebuild is at work, task " + other.id() + ": wait until it has ended, or cancel it."));
            }
        }
        Rebuild rebuild = new Rebuild();
        known.addFirst(rebuild);
        if (known.size() > KNOWN) {
            known.removeLast();
        }
        return rebuild;
    }

    /** All that are known, the newest first. */
    void list(Context context) {
        GivenParameters.of(context.queryString(), Resource.CONSTANT);
        List<RebuildTask> tasks;
        synchronized (this) {
            tasks = known.stream().map(Rebuild::task).toList();
        }
        Answers.unkept(context, RebuildTask.json(tasks));
    }

    void get(Context context) {
        Answers.unkept(context, named(context).task().json());
    }

    /** Has one end; one that has ended stays as it is. */
    void cancel(Context context) {
        Rebuild rebuild = named(context);
        rebuild.cancel();
        Answers.unkept(context, rebuild.task().json());
    }

    private synchronized Rebuild named(Context context) {
        GivenParameters.of(context.queryString(), Resource.CONSTANT);
        String id = context.pathParam("id");
        return known.stream()
                .filter(rebuild -> rebuild.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(Problem.taskNotFound()));
    }

    /** Ends what is at work, and waits a little for it to clear up. */
    void stop() {
        List<Rebuild> working;
        synchronized (this) {
            working = known.stream().filter(rebuild -> !rebuild.isEnded()).toList();
        }
        working.forEach(Rebuild::cancel);
        try {
            for (Rebuild rebuild : working) {
                rebuild.awaitEnd(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
