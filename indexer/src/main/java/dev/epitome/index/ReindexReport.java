package dev.epitome.index;

import dev.epitome.index.Publication.Published;
import dev.epitome.index.Publication.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a rebuild did.
 *
 * @param accepted records that are articles, the replaced ones among them
 * @param warned accepted records of which something was left out or put right
 * @param rejected records and files that cannot be indexed
 * @param replaced accepted records that a later one took the place of, being the same article
 * @param skipped files in folders that hold no records
 * @param replaces how many articles the index had that this one takes the place of, or would
 * @param cut inputs that were not read to their end, each with the reason
 * @param input what the records hold and lack
 * @param bytesRead of the input, as stored
 * @param took from the first record to the published index, without the time of a {@link PublishCheck}
 * @param publication what became of the new index; empty where there was none to publish
 */
public record ReindexReport(
        long accepted,
        long warned,
        long rejected,
        long replaced,
        long skipped,
        long replaces,
        List<String> cut,
        InputReport input,
        long bytesRead,
        Duration took,
        Optional<Publication> publication) {
    public ReindexReport {
        Objects.requireNonNull(cut, "cut");
        cut = List.copyOf(cut);
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(took, "took");
        Objects.requireNonNull(publication, "publication");
    }

    /** The same of an index that somebody else has published of what was read, or has not. */
    public ReindexReport ended(Publication end) {
        return new ReindexReport(
                accepted,
                warned,
                rejected,
                replaced,
                skipped,
                replaces,
                cut,
                input,
                bytesRead,
                took,
                Optional.of(Objects.requireNonNull(end, "end")));
    }

    /** What the index now is; empty where nothing was published and the old index stays. */
    public Optional<IndexInfo> published() {
        return success().map(Published::index);
    }

    /** The acronyms that the articles of a new index define, in the order of the alphabet. */
    public List<LearnedAcronym> learned() {
        return success().map(Published::learned).orElse(List.of());
    }

    /**
     * What went wrong after the new index was published, and changes nothing of it: files that could not be deleted.
     */
    public List<String> remarks() {
        return success().map(Published::remarks).orElse(List.of());
    }

    private Optional<Published> success() {
        return publication.flatMap(end -> end instanceof Published some ? Optional.of(some) : Optional.empty());
    }

    /** Why the check was against the new index; empty where it was not, or was not asked. */
    public Optional<Refused> refused() {
        return publication.flatMap(end -> end instanceof Refused some ? Optional.of(some) : Optional.empty());
    }

    /** Records read in a second, rejected ones among them. */
    public double recordsPerSecond() {
        return (accepted + rejected) / Math.max(1e-9, took.toNanos() / 1e9);
    }
}
