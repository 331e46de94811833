package dev.epitome.watch;

import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Outcome;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.article.Origin;
import dev.epitome.corpus.CorpusOptions;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Entry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what has come, in whatever format, and has it written. For any number of threads. */
final class Intake {

    /** Committed together: as many as are analysed in about the time that a commit takes. */
    private static final int PART = 100;

    private final Supplier<? extends ChangeWriter> opening;
    private Optional<ChangeWriter> writer = Optional.empty();

    /** @param opening opens what is written to, or throws where nothing can be written now */
    Intake(Supplier<? extends ChangeWriter> opening) {
        this.opening = opening;
    }

    /** Opens what is written to, unless it is open: what cannot be written need not be asked for. */
    synchronized ChangeWriter open() {
        if (writer.isEmpty()) {
            writer = Optional.of(opening.get());
        }
        return writer.get();
    }

    /** Lets others write until more has come. */
    synchronized void rest() {
        Optional<ChangeWriter> open = writer;
        writer = Optional.empty();
        open.ifPresent(ChangeWriter::close);
    }

    /**
     * What became of what has come.
     *
     * @param accepted how many records were articles
     * @param changed how many of them were new, or not as they were
     * @param rejected how many were none
     * @param reason why, of the first; empty where there was none
     */
    record Taken(long accepted, long changed, long rejected, String reason) {}

    /** @param name of what it came from, as readers see it */
    Taken feed(String name, byte[] content) {
        return new Stream(name).read(List.of("-"), new ByteArrayInputStream(content));
    }

    /** The same of a file. */
    Taken file(String name, Path file) {
        return new Stream(name).read(List.of(file.toString()), InputStream.nullInputStream());
    }

    private final class Stream {

        private final String name;
        private final List<ArticleChange> waiting = new ArrayList<>();
        private long accepted;
        private long changed;
        private long rejected;
        private String reason = "";

        Stream(String name) {
            this.name = name;
        }

        Taken read(List<String> paths, InputStream in) {
            CorpusReader.of(paths, in, CorpusOptions.NONE).read(this::take);
            write();
            return new Taken(accepted, changed, rejected, reason);
        }

        private void take(Entry entry) {
            switch (entry) {
                case Entry.Accepted some -> {
                    accepted++;
                    waiting.add(new Put(some.article(), named(some.origin()), Condition.NONE));
                    if (waiting.size() == PART) {
                        write();
                    }
                }
                case Entry.Rejected some -> reject(some.reason());
                case Entry.Skipped some -> reject(some.reason());
                case Entry.Cut some -> reject("not read to its end: " + some.reason());
                case Entry.Noted some -> {}
                case Entry.Ended some -> {}
            }
        }

        private Origin named(Origin origin) {
            return new Origin(name, origin.unit(), origin.number(), origin.digest(), origin.saved(), origin.readAt());
        }

        private void reject(String why) {
            rejected++;
            reason = reason.isEmpty() ? why : reason;
        }

        private void write() {
            if (!waiting.isEmpty()) {
                changed += open().apply(waiting).stream()
                        .filter(outcome -> outcome != Outcome.UNCHANGED)
                        .count();
                waiting.clear();
            }
        }
    }
}
