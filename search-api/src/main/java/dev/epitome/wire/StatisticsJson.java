package dev.epitome.wire;

import dev.epitome.search.Facet;
import dev.epitome.search.FacetCount;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.MeasuredQuality;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** What an index holds as JSON, in UTF-8. */
public final class StatisticsJson {

    private StatisticsJson() {}

    /**
     * An index, and its articles by facets.
     *
     * @param now what its age is counted to
     */
    public static byte[] of(IndexStatus status, Map<Facet, List<FacetCount>> facets, Instant now) {
        return AnswerJson.object(json -> {
            json.writeStringProperty("index", status.version());
            json.writeNumberProperty("articles", status.articles());
            json.writeStringProperty("createdAt", status.createdAt().toString());
            json.writeNumberProperty(
                    "ageSeconds",
                    Math.max(0, Duration.between(status.createdAt(), now).toSeconds()));
            json.writeNumberProperty("segments", status.segments());
            json.writeNumberProperty("bytes", status.bytes());
            if (status.quality().isPresent()) {
                write(json, status.quality().get());
            } else {
                json.writeNullProperty("quality");
            }
            FacetsJson.write(json, facets);
        });
    }

    private static void write(JsonGenerator json, MeasuredQuality quality) {
        json.writeObjectPropertyStart("quality");
        json.writeNumberProperty("topics", quality.topics());
        json.writeNumberProperty("ndcg10", (float) quality.ndcg10());
        json.writeNumberProperty("mrr", (float) quality.mrr());
        json.writeNumberProperty("recall10", (float) quality.recall10());
        json.writeEndObject();
    }
}
