package dev.epitome.index;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@link PublishCheck} measured of a new index by judged queries; its commit keeps it.
 *
 * @param topics how many judged queries there were
 * @param ndcg10 mean nDCG@10, 0 to 1
 * @param mrr mean reciprocal rank, 0 to 1
 * @param recall10 mean recall@10, 0 to 1
 */
public record Measurement(int topics, double ndcg10, double mrr, double recall10) {

    private static final String FIGURE = "([01]|[0-9]\\.[0-9]{1,20}(?:E-[0-9]{1,3})?)";
    private static final Pattern WRITTEN = Pattern.compile(String.join(",", "([0-9]{1,9})", FIGURE, FIGURE, FIGURE));

    public Measurement {
        if (topics < 0 || isNoFigure(ndcg10) || isNoFigure(mrr) || isNoFigure(recall10)) {
            throw new IllegalArgumentException(
                    "figures are from 0 to 1, of no fewer than 0 topics: %d topics, %s, %s, %s"
                            .formatted(topics, ndcg10, mrr, recall10));
        }
    }

    private static boolean isNoFigure(double value) {
        return !(value >= 0 && value <= 1);
    }

    /** Reads what {@link #toString()} writes; anything else is nothing. */
    static Optional<Measurement> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Measurement(
                    Integer.parseInt(written.group(1)),
                    Double.parseDouble(written.group(2)),
                    Double.parseDouble(written.group(3)),
                    Double.parseDouble(written.group(4))));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Nine is written like a figure, and is none.
        }
    }

    /** All digits of each figure, so that it comes back the same. */
    @Override
    public String toString() {
        return topics + "," + ndcg10 + "," + mrr + "," + recall10;
    }
}
