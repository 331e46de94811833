package dev.epitome.cli;

import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Outcome;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.corpus.CorpusOptions;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Entry;
import dev.epitome.corpus.Place;
import dev.epitome.wire.AnswerJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code epitome add}. */
@Command(
        name = "add",
        description = {
            "Adds articles to the index, and replaces those that have the same id. What is there already is left alone.",
            "Reads the same files as epitome reindex. Where a service writes the index, it is asked to add them; searches"
                    + " find each article at once. Exits with 3 if some records were rejected."
        })
final class AddCommand extends Subcommand {

    /** Written together: more are faster, and found later. */
    private static final int PART = 500;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files, folders (read recursively) or - for standard input.")
    private final List<String> paths = new ArrayList<>();

    @Mixin
    private final IndexOption index = new IndexOption();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but the records that are rejected.")
    private boolean quiet;

    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final List<ArticleChange> waiting = new ArrayList<>();
    private int rejected;

    AddCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        CorpusReader corpus = CorpusReader.of(paths, System.in, CorpusOptions.NONE);
        try (ChangedIndex changed = ChangedIndex.of(index.directory(surroundings))) {
            corpus.read(entry -> take(entry, changed));
            write(changed);
        }
        print();
        return (rejected == 0 ? ExitCode.OK : ExitCode.SOME_REJECTED).number();
    }

    private void take(Entry entry, ChangedIndex changed) {
        switch (entry) {
            case Entry.Accepted some -> {
                waiting.add(new Put(some.article(), some.origin(), Condition.NONE));
                if (waiting.size() == PART) {
                    write(changed);
                }
            }
            case Entry.Rejected some -> reject(some.place(), some.reason());
            case Entry.Cut some -> reject(some.place(), "not read to its end: " + some.reason());
            case Entry.Skipped some -> {}
            case Entry.Noted some -> {}
            case Entry.Ended some -> {}
        }
    }

    private void reject(Place place, String reason) {
        rejected++;
        err().println(TerminalText.safe(place + ": rejected: " + reason));
    }

    private void write(ChangedIndex changed) {
        if (!waiting.isEmpty()) {
            changed.apply(waiting).forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
            waiting.clear();
        }
    }

    private int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    private void print() {
        if (json) {
            byte[] answer = AnswerJson.object(writer -> {
                writer.writeNumberProperty("created", count(Outcome.CREATED));
                writer.writeNumberProperty("replaced", count(Outcome.REPLACED));
                writer.writeNumberProperty("unchanged", count(Outcome.UNCHANGED));
                writer.writeNumberProperty("rejected", rejected);
            });
            out().println(new String(answer, StandardCharsets.UTF_8));
        } else if (!quiet) {
            out().printf(
                            Locale.ROOT,
                            "%,d added, %,d replaced, %,d unchanged, %,d rejected%n",
                            count(Outcome.CREATED),
                            count(Outcome.REPLACED),
                            count(Outcome.UNCHANGED),
                            rejected);
        }
    }
}
