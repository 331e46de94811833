package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;

/** How a rebuild ended. */
public sealed interface Publication {

    /**
     * The new index is what readers now see.
     *
     * @param index what it is
     * @param learned the acronyms that its articles define, in the order of the alphabet
     * @param remarks what went wrong after that, and changes nothing of it: a line each, for a person to read
     */
    record Published(IndexInfo index, List<LearnedAcronym> learned, List<String> remarks) implements Publication {
        public Published {
            Objects.requireNonNull(index, "index");
            Objects.requireNonNull(learned, "learned");
            Objects.requireNonNull(remarks, "remarks");
            learned = List.copyOf(learned);
            remarks = List.copyOf(remarks);
        }

        /**
         * What readers now see in a directory, whoever published it.
         *
         * @throws EpitomeException as {@link IndexDirectory#openForReading} does; of kind {@code IO} when it cannot be
         *     read
         */
        public static Published in(Path index, List<String> remarks) {
            Objects.requireNonNull(index, "index");
            Objects.requireNonNull(remarks, "remarks");
            try (Directory directory = IndexDirectory.openForReading(index);
                    DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexInfo info = IndexInfo.of(reader.getIndexCommit().getUserData(), index.toString());
                return new Published(info, LearnedAcronym.read(reader), remarks);
            } catch (IOException e) {
                throw new EpitomeException(Kind.IO, "cannot read the index in " + index + ": " + e, e);
            }
        }
    }

    /**
     * A {@link PublishCheck} was against it: the new index is gone, and readers keep the old one.
     *
     * @param reasons for a person to read, a line each
     */
    record Refused(List<String> reasons) implements Publication {
        public Refused {
            Objects.requireNonNull(reasons, "reasons");
            reasons = List.copyOf(reasons);
        }
    }
}
