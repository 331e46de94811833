package dev.epitome.http;

import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Outcome;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.corpus.CorpusOptions;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Entry;
import dev.epitome.search.ArticleWriter;
import dev.epitome.search.Visible;
import dev.epitome.wire.WriteJson;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The records of one request, written in parts as they come, and what became of each. For one thread. */
final class IncomingArticles {

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

    IncomingArticles(ArticleWriter writer, boolean atomic) {
        this.writer = writer;
        this.atomic = atomic;
    }

    /** The records of a body, of whatever format. */
    static CorpusReader corpus(InputStream body) {
        return CorpusReader.of(List.of("-"), body, CorpusOptions.NONE);
    }

    /** Writes them all; what is said of them is then to be answered. */
    byte[] write(InputStream body, Visible visible) {
        corpus(body).read(this::take);
        writeWaiting();
        if (visible == Visible.WAIT) {
            writer.apply(List.of(), Visible.WAIT);
        }
        return lines.end();
    }

    private void take(Entry entry) {
        switch (entry) {
            case Entry.Accepted some -> {
                count();
                waiting.add(new Put(some.article(), some.origin(), Condition.NONE));
                if (!atomic && waiting.size() == PART) {
                    writeWaiting();
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
        writeWaiting(); // So that the lines stand in the order of the records.
        lines.rejected(place, reason);
    }

    /** Nobody waits for a part to be seen, but for all of them. */
    private void writeWaiting() {
        if (!waiting.isEmpty()) {
            List<Outcome> outcomes = writer.apply(waiting, Visible.EVENTUALLY);
            for (int i = 0; i < outcomes.size(); i++) {
                lines.written(waiting.get(i).id(), outcomes.get(i));
            }
            waiting.clear();
        }
    }
}
