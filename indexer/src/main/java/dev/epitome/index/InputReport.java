package dev.epitome.index;

import dev.epitome.article.Article;
import dev.epitome.corpus.Entry;
import dev.epitome.corpus.Place;
import dev.epitome.corpus.Warning;
import java.util.List;
import java.util.Objects;

/**
 * What a corpus holds and lacks. Immutable.
 *
 * @param all over all files
 * @param files each file by itself, the first {@value #MAX_FILES} in the order read
 * @param unread what records say under names that are not known, over all files, the commonest first
 * @param warnings the kinds of what was left out or put right, in the order in which they first occurred
 * @param first the first articles, as they are indexed, at most {@value #MAX_FIRST}
 */
public record InputReport(
        Coverage all,
        List<FileCoverage> files,
        List<Entry.Unread> unread,
        List<WarningKind> warnings,
        List<Article> first) {

    public static final int MAX_FILES = 1_000;
    public static final int MAX_FIRST = 3;
    public static final int MAX_EXAMPLES = 3;

    public InputReport {
        Objects.requireNonNull(all, "all");
        Objects.requireNonNull(files, "files");
        Objects.requireNonNull(unread, "unread");
        Objects.requireNonNull(warnings, "warnings");
        Objects.requireNonNull(first, "first");
        files = List.copyOf(files);
        unread = List.copyOf(unread);
        warnings = List.copyOf(warnings);
        first = List.copyOf(first);
    }

    /**
     * How many accepted records have what they need to be found and placed in time.
     *
     * @param records accepted ones, replaced ones among them
     * @param dated have the day, month or year in which they were published
     * @param summarized have a summary that is not empty
     * @param addressed have an address
     * @param tagged have tags
     */
    public record Coverage(long records, long dated, long summarized, long addressed, long tagged) {

        static final Coverage NONE = new Coverage(0, 0, 0, 0, 0);

        Coverage with(Article article) {
            return new Coverage(
                    records + 1,
                    dated + (article.published().isPresent() ? 1 : 0),
                    summarized + (article.summary().isEmpty() ? 0 : 1),
                    addressed + (article.url().isPresent() ? 1 : 0),
                    tagged + (article.tags().isEmpty() ? 0 : 1));
        }
    }

    /** What one file has, under the path that messages show. */
    public record FileCoverage(String path, Coverage coverage, long rejected) {
        public FileCoverage {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(coverage, "coverage");
        }
    }

    /**
     * What went wrong in the same way.
     *
     * @param kind such as {@code published left out, not a date}
     * @param count how often
     * @param examples the first different ones, at most {@value #MAX_EXAMPLES}
     */
    public record WarningKind(String kind, long count, List<Example> examples) {
        public WarningKind {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(examples, "examples");
            examples = List.copyOf(examples);
        }
    }

    /** Where a warning was given. */
    public record Example(Place place, Warning warning) {
        public Example {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(warning, "warning");
        }
    }
}
