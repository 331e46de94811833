package dev.epitome.query;

import dev.epitome.article.PublicationDate;
import java.util.Objects;
import java.util.Optional;

/** Days of publication. */
public sealed interface DateRange {

    /** The most days that a query can look back. */
    int MOST_DAYS = 36_500;

    /**
     * From the first day of the one date to the last day of the other, both included; the same date twice is that
     * date's own span. At least one of them is there.
     */
    record Between(Optional<PublicationDate> from, Optional<PublicationDate> to) implements DateRange {
        public Between {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            if (from.isEmpty() && to.isEmpty()) {
                throw new IllegalArgumentException("a range of dates has an end");
            }
        }
    }

    /**
     * So many days until now, whenever the search is run.
     *
     * @param days from 1 to {@link #MOST_DAYS}
     */
    record LastDays(int days) implements DateRange {
        public LastDays {
            if (days < 1 || days > MOST_DAYS) {
                throw new IllegalArgumentException("not from 1 to " + MOST_DAYS + " days: " + days);
            }
        }
    }
}
