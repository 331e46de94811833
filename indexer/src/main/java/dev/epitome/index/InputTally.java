package dev.epitome.index;

import dev.epitome.article.Article;
import dev.epitome.corpus.Entry;
import dev.epitome.corpus.Place;
import dev.epitome.corpus.Warning;
import dev.epitome.index.InputReport.Coverage;
import dev.epitome.index.InputReport.Example;
import dev.epitome.index.InputReport.FileCoverage;
import dev.epitome.index.InputReport.WarningKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what a corpus holds while it is read, in bounded memory. */
final class InputTally {

    private static final int MAX_KINDS = 200;
    private static final int MAX_NAMES = 1_000;

    private final Counts all = new Counts();
    private final Map<String, Counts> files = new LinkedHashMap<>();
    private final Map<String, Unread> unread = new LinkedHashMap<>();
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final List<Article> first = new ArrayList<>();

    private static final class Counts {
        long records;
        long dated;
        long summarized;
        long addressed;
        long tagged;
        long rejected;

        void add(Article article) {
            records++;
            dated += article.published().isPresent() ? 1 : 0;
            summarized += article.summary().isEmpty() ? 0 : 1;
            addressed += article.url().isPresent() ? 1 : 0;
            tagged += article.tags().isEmpty() ? 0 : 1;
        }

        Coverage coverage() {
            return new Coverage(records, dated, summarized, addressed, tagged);
        }
    }

    private static final class Unread {
        long values;
        Optional<String> couldBe = Optional.empty();
    }

    private static final class Kind {
        long count;
        final List<Example> examples = new ArrayList<>();
    }

    void accepted(Place place, Article article) {
        all.add(article);
        @Nullable Counts file = file(place);
        if (file != null) {
            file.add(article);
        }
        if (first.size() < InputReport.MAX_FIRST) {
            first.add(article);
        }
    }

    void rejected(Place place) {
        @Nullable Counts file = file(place);
        if (file != null) {
            file.rejected++;
        }
    }

    void warned(Place place, Warning warning) {
        if (kinds.size() >= MAX_KINDS && !kinds.containsKey(warning.kind())) {
            return;
        }
        Kind kind = kinds.computeIfAbsent(warning.kind(), some -> new Kind());
        kind.count++;
        boolean another = kind.examples.size() < InputReport.MAX_EXAMPLES
                && kind.examples.stream().noneMatch(example -> example.warning().equals(warning));
        if (another) {
            kind.examples.add(new Example(place, warning));
        }
    }

    void ended(Entry.Ended end) {
        for (Entry.Unread one : end.unread()) {
            if (unread.size() < MAX_NAMES || unread.containsKey(one.name())) {
                Unread sum = unread.computeIfAbsent(one.name(), some -> new Unread());
                sum.values += one.values();
                sum.couldBe = sum.couldBe.or(one::couldBe);
            }
        }
    }

    private @Nullable Counts file(Place place) {
        Counts known = files.get(place.path());
        if (known != null || files.size() >= InputReport.MAX_FILES) {
            return known;
        }
        Counts counts = new Counts();
        files.put(place.path(), counts);
        return counts;
    }

    InputReport report() {
        return new InputReport(
                all.coverage(),
                files.entrySet().stream()
                        .map(file ->
                                new FileCoverage(file.getKey(), file.getValue().coverage(), file.getValue().rejected))
                        .toList(),
                unread.entrySet().stream()
                        .map(some -> new Entry.Unread(some.getKey(), some.getValue().values, some.getValue().couldBe))
                        .sorted(Comparator.comparingLong(Entry.Unread::values).reversed())
                        .toList(),
                kinds.entrySet().stream()
                        .map(kind -> new WarningKind(kind.getKey(), kind.getValue().count, kind.getValue().examples))
                        .toList(),
                first);
    }
}
