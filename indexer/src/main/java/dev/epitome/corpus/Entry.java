package dev.epitome.corpus;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.corpus.Warning.Remedy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What became of one record or of one file. */
public sealed interface Entry {

    /** Where it was found. */
    Place place();

    /**
     * A record that can be indexed.
     *
     * @param warnings what was left out or put right
     * @param replaces the record before it that is the same article
     */
    record Accepted(Place place, Article article, Origin origin, List<Warning> warnings, Optional<Replaced> replaces)
            implements Entry {
        public Accepted {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(article, "article");
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(warnings, "warnings");
            Objects.requireNonNull(replaces, "replaces");
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A record that a later one took the place of.
     *
     * @param place where it stands
     * @param why why the two are the same article, such as {@code the same address}
     */
    record Replaced(Place place, String why) {
        public Replaced {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * A record, or a whole file, that cannot be indexed.
     *
     * @param remedy what a caller can say so that it can be; empty where nothing would help
     */
    record Rejected(Place place, String reason, Optional<Remedy> remedy) implements Entry {
        public Rejected {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(remedy, "remedy");
        }
    }

    /**
     * A file in a folder that was never meant for us, such as a README.
     *
     * @param remedy what a caller can say so that it is read after all; empty where nothing would help
     */
    record Skipped(Place place, String reason, Optional<Remedy> remedy) implements Entry {
        public Skipped {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(remedy, "remedy");
        }
    }

    /** Something that was put right in a file, and is not the fault of one record. */
    record Noted(Place place, Warning warning) implements Entry {
        public Noted {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(warning, "warning");
        }
    }

    /**
     * An input that was not read to its end: what follows there is not known. Given beside the reason for which
     * something in it was rejected, of what was named and of folders that cannot be looked into, not of one file in a
     * folder.
     */
    record Cut(Place place, String reason) implements Entry {
        public Cut {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The end of a file from which records were read.
     *
     * @param unread what its records say under names that are not known
     */
    record Ended(Place place, List<Unread> unread) implements Entry {
        public Ended {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(unread, "unread");
            unread = List.copyOf(unread);
        }
    }

    /**
     * What the records of a file say under one name that is not known.
     *
     * @param name as the file has it
     * @param values how many records have it
     * @param couldBe the member of a record that it looks like, such as {@code published}
     */
    record Unread(String name, long values, Optional<String> couldBe) {
        public Unread {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(couldBe, "couldBe");
        }
    }
}
