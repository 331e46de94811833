package dev.epitome.wire;

import dev.epitome.article.CleanText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How far a rebuild is that a service was asked for.
 *
 * @param records how many were read by now, rejected ones among them
 * @param articles how many the index has by it; empty until it is published
 * @param reasons why nothing was published, or what went wrong after that, for a person to read
 * @param rejections of the first records that are no articles, at most {@value #MAX_REJECTIONS}
 */
public record RebuildTask(
        String id,
        State state,
        Instant startedAt,
        Optional<Instant> endedAt,
        long records,
        long rejected,
        OptionalLong articles,
        List<String> reasons,
        List<Rejection> rejections) {

    public static final int MAX_REJECTIONS = 100;

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_REASON = 300;

    public RebuildTask {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(articles, "articles");
        reasons = List.copyOf(Objects.requireNonNull(reasons, "reasons"));
        rejections = List.copyOf(Objects.requireNonNull(rejections, "rejections"));
    }

    /** What a rebuild is at, or how it ended. */
    public enum State {
        /** Records still come. */
        READING,
        /** All have come; the index is written and judged. */
        PUBLISHING,
        /** It is to end, and will unless it is published just now. */
        CANCELLING,
        PUBLISHED,
        /** What was judged was against it. */
        REFUSED,
        FAILED,
        CANCELLED;

        /** Whether nothing will change any more. */
        public boolean isEnded() {
            return switch (this) {
                case READING, PUBLISHING, CANCELLING -> false;
                case PUBLISHED, REFUSED, FAILED, CANCELLED -> true;
            };
        }

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A record that is no article.
     *
     * @param place of the record among the others, or of its line
     */
    public record Rejection(long place, String reason) {
        public Rejection {
            reason = CleanText.shortened(Objects.requireNonNull(reason, "reason"), LONGEST_REASON);
        }
    }

    /** As JSON. */
    public byte[] json() {
        return AnswerJson.object(this::write);
    }

    /** Some of them as JSON. */
    public static byte[] json(List<RebuildTask> tasks) {
        Objects.requireNonNull(tasks, "tasks");
        return AnswerJson.object(json -> AnswerJson.writeObjects(json, "tasks", tasks, task -> task.write(json)));
    }

    private void write(JsonGenerator json) {
        json.writeStringProperty("id", id);
        json.writeStringProperty("kind", "rebuild");
        json.writeStringProperty("state", state.key());
        json.writeStringProperty("startedAt", startedAt.toString());
        AnswerJson.writeOrNull(json, "endedAt", endedAt.map(Instant::toString));
        json.writeNumberProperty("records", records);
        json.writeNumberProperty("rejected", rejected);
        if (articles.isPresent()) {
            json.writeNumberProperty("articles", articles.getAsLong());
        } else {
            json.writeNullProperty("articles");
        }
        AnswerJson.writeStrings(json, "reasons", reasons);
        AnswerJson.writeObjects(json, "rejections", rejections, rejection -> {
            json.writeNumberProperty("place", rejection.place());
            json.writeStringProperty("reason", rejection.reason());
        });
    }

    /**
     * What {@link #json()} says, but for the rejections.
     *
     * @throws IllegalArgumentException where it is nothing of the kind
     */
    public static RebuildTask parse(byte[] json) {
        String id = "";
        State state = State.READING;
        Instant startedAt = Instant.EPOCH;
        Optional<Instant> endedAt = Optional.empty();
        long records = 0;
        long rejected = 0;
        OptionalLong articles = OptionalLong.empty();
        List<String> reasons = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), Objects.requireNonNull(json, "json"))) {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                boolean isNull = parser.nextToken() == JsonToken.VALUE_NULL;
                switch (name) {
                    case "id" -> id = parser.getString();
                    case "state" -> state = State.valueOf(parser.getString().toUpperCase(Locale.ROOT));
                    case "startedAt" -> startedAt = Instant.parse(parser.getString());
                    case "endedAt" ->
                        endedAt = isNull ? Optional.empty() : Optional.of(Instant.parse(parser.getString()));
                    case "records" -> records = parser.getLongValue();
                    case "rejected" -> rejected = parser.getLongValue();
                    case "articles" ->
                        articles = isNull ? OptionalLong.empty() : OptionalLong.of(parser.getLongValue());
                    case "reasons" -> {
                        while (parser.nextToken() == JsonToken.VALUE_STRING) {
                            reasons.add(parser.getString());
                        }
                    }
                    default -> parser.skipChildren();
                }
            }
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException("no task: " + e.getMessage(), e);
        }
        require(!id.isEmpty());
        return new RebuildTask(id, state, startedAt, endedAt, records, rejected, articles, reasons, List.of());
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("no task");
        }
    }
}
