package dev.epitome.index;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;

/**
 * Has the last word on a new index: called when it is whole, and nobody sees it yet. What it throws ends the rebuild
 * like a refusal.
 */
@FunctionalInterface
public interface PublishCheck {

    /** Lets every index pass, unmeasured. */
    PublishCheck NONE = candidate -> Decision.Publish.UNMEASURED;

    /** Looks at the new index. */
    Decision check(Candidate candidate);

    /** Publishes what both let pass; a refusal has the reasons of both. */
    default PublishCheck and(PublishCheck other) {
        Objects.requireNonNull(other, "other");
        return candidate -> check(candidate).and(other.check(candidate));
    }

    /**
     * A new index, and what it would take the place of. Its readers are open for the time of the check.
     *
     * @param uncommitted the new index
     * @param info what its commit will say of it, but for what is measured here
     * @param published what readers now have; empty where there is none, or none of this version
     * @param replaces how many articles readers now have, whatever the version of their index
     * @param input what the new index was made of
     */
    record Candidate(
            DirectoryReader uncommitted, IndexInfo info, Optional<Published> published, long replaces, Input input) {
        public Candidate {
            Objects.requireNonNull(uncommitted, "uncommitted");
            Objects.requireNonNull(info, "info");
            Objects.requireNonNull(published, "published");
            Objects.requireNonNull(input, "input");
        }
    }

    /** An index that readers have. */
    record Published(DirectoryReader reader, IndexInfo info) {
        public Published {
            Objects.requireNonNull(reader, "reader");
            Objects.requireNonNull(info, "info");
        }

        /**
         * Empty where there is nothing, nothing that this version can read, or a damage that would be judged as if it
         * were an index: then a rebuild is the remedy. The reader is the caller's to close.
         */
        static Optional<Published> open(Directory directory) {
            try {
                DirectoryReader reader = DirectoryReader.open(directory);
                try {
                    for (LeafReaderContext leaf : reader.leaves()) {
                        leaf.reader().checkIntegrity();
                    }
                    IndexInfo info = IndexInfo.of(reader.getIndexCommit().getUserData(), "the published index");
                    return Optional.of(new Published(reader, info));
                } catch (IOException | RuntimeException | Error e) {
                    IOUtils.closeWhileSuppressingExceptions(e, reader);
                    throw e;
                }
            } catch (IOException | RuntimeException | InternalError missingDamagedOrOfAnotherVersion) {
                // The last is how a mapped file fails that the disk cannot read.
                return Optional.empty();
            }
        }
    }

    /**
     * How the reading went.
     *
     * @param accepted records that are articles, the replaced ones among them
     * @param rejected records and files that are none
     * @param cut inputs that were not read to their end, each with the reason
     */
    record Input(long accepted, long rejected, List<String> cut) {
        public Input {
            Objects.requireNonNull(cut, "cut");
            cut = List.copyOf(cut);
        }
    }

    /** What is to become of the new index. */
    sealed interface Decision {

        /** It is published where both let it pass; the first measure counts. */
        default Decision and(Decision other) {
            Objects.requireNonNull(other, "other");
            return switch (this) {
                case Publish(Optional<Measurement> measured) ->
                    other instanceof Publish(Optional<Measurement> others)
                            ? new Publish(measured.or(() -> others))
                            : other;
                case Refuse(List<String> reasons) ->
                    other instanceof Refuse(List<String> more)
                            ? new Refuse(Stream.concat(reasons.stream(), more.stream())
                                    .toList())
                            : this;
            };
        }

        /**
         * It is published.
         *
         * @param measured for its commit to keep; empty where nothing was measured
         */
        record Publish(Optional<Measurement> measured) implements Decision {

            /** It is published, and nothing is said of how good it is. */
            public static final Decision UNMEASURED = new Publish(Optional.empty());

            public Publish {
                Objects.requireNonNull(measured, "measured");
            }
        }

        /**
         * It is dropped, and readers keep the old one.
         *
         * @param reasons for a person to read, a line each
         */
        record Refuse(List<String> reasons) implements Decision {
            public Refuse {
                Objects.requireNonNull(reasons, "reasons");
                reasons = List.copyOf(reasons);
            }
        }
    }
}
