package dev.epitome.index;

import dev.epitome.article.Article;
import dev.epitome.corpus.Entry;
import dev.epitome.corpus.Entry.Unread;
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

/** Counts what a corpus holds while it is read, in bounded memory. */
final class InputTally {

    private static final int MAX_KINDS = 200;
    private static final int MAX_NAMES = 1_000;

    private final Map<String, FileCoverage> files = new LinkedHashMap<>();
    private final Map<String, Unread> unread = new LinkedHashMap<>();
    private final Map<String, WarningKind> kinds = new LinkedHashMap<>();
    private final List<Article> first = new ArrayList<>();
    private Coverage all = Coverage.NONE;

    void accepted(Place place, Article article) {
        all = all.with(article);
        FileCoverage file = file(place);
        put(new FileCoverage(file.path(), file.coverage().with(article), file.rejected()));
        if (first.size() < InputReport.MAX_FIRST) {
            first.add(article);
        }
    }

    void rejected(Place place) {
        FileCoverage file = file(place);
        put(new FileCoverage(file.path(), file.coverage(), file.rejected() + 1));
    }

    private FileCoverage file(Place place) {
        return files.getOrDefault(place.path(), new FileCoverage(place.path(), Coverage.NONE, 0));
    }

    private void put(FileCoverage file) {
        if (files.size() < InputReport.MAX_FILES || files.containsKey(file.path())) {
            files.put(file.path(), file);
        }
    }

    void warned(Place place, Warning warning) {
        WarningKind known = kinds.getOrDefault(warning.kind(), new WarningKind(warning.kind(), 0, List.of()));
        List<Example> examples = known.examples();
        boolean another = examples.size() < InputReport.MAX_EXAMPLES
                && examples.stream().noneMatch(example -> example.warning().equals(warning));
        if (another) {
            examples = new ArrayList<>(examples);
            examples.add(new Example(place, warning));
        }
        if (kinds.size() < MAX_KINDS || kinds.containsKey(warning.kind())) {
            kinds.put(warning.kind(), new WarningKind(warning.kind(), known.count() + 1, examples));
        }
    }

    void ended(Entry.Ended end) {
        for (Unread one : end.unread()) {
            if (unread.size() < MAX_NAMES || unread.containsKey(one.name())) {
                unread.merge(
                        one.name(),
                        one,
                        (known, more) -> new Unread(
                                known.name(),
                                known.values() + more.values(),
                                known.couldBe().or(more::couldBe)));
            }
        }
    }

    InputReport report() {
        List<Unread> commonestFirst = unread.values().stream()
                .sorted(Comparator.comparingLong(Unread::values).reversed())
                .toList();
        return new InputReport(all, List.copyOf(files.values()), commonestFirst, List.copyOf(kinds.values()), first);
    }
}
