package dev.epitome.index;

import dev.epitome.index.IndexVerification.Finding;
import java.util.List;
import java.util.Objects;

/** What became of a backup, or of a restoration from one. */
public sealed interface BackupResult {

    /**
     * All of it is where it was to go.
     *
     * @param articles how many the index has
     * @param files how many it consists of
     * @param bytes of these files
     * @param filesCopied how many of them were not there already
     * @param bytesCopied of those
     * @param remarks what went wrong after that, and changes nothing of it: a line each, for a person to read
     */
    record Copied(long articles, long files, long bytes, long filesCopied, long bytesCopied, List<String> remarks)
            implements BackupResult {
        public Copied {
            Objects.requireNonNull(remarks, "remarks");
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Too many articles would be lost: nothing was changed.
     *
     * @param reason for a person to read
     */
    record Refused(String reason) implements BackupResult {
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * What was to be copied is not as it was written: nothing was changed.
     *
     * @param findings all that is wrong, the first hundred of it
     */
    record Damaged(List<Finding> findings) implements BackupResult {
        public Damaged {
            Objects.requireNonNull(findings, "findings");
            findings = List.copyOf(findings);
        }
    }
}
