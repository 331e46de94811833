package dev.epitome.wire;

import dev.epitome.search.Facet;
import dev.epitome.search.FacetCount;
import dev.epitome.search.HealthCheck;
import dev.epitome.search.IndexStatistics;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.MeasuredQuality;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** What an index is and holds as JSON, in UTF-8. */
public final class IndexJson {

    private IndexJson() {}

    /** What an index is, that it can be searched, and how that is doing which is looked after. */
    public static byte[] of(IndexStatus status, List<HealthCheck> checks) {
        return AnswerJson.object(json -> {
            json.writeStringProperty("status", "ready");
            json.writeStringProperty("index", status.version());
            json.writeNumberProperty("articles", status.articles());
            json.writeStringProperty("createdAt", status.createdAt().toString());
            AnswerJson.writeObjects(json, "checks", checks, check -> write(json, check));
        });
    }

    private static void write(JsonGenerator json, HealthCheck check) {
        json.writeStringProperty("name", check.name());
        json.writeStringProperty("status", status(check));
        AnswerJson.writeOrNull(json, "passedAt", check.passedAt().map(Instant::toString));
        check.failure().ifPresent(failure -> {
            json.writeStringProperty("since", failure.since().toString());
            json.writeStringProperty("message", failure.message());
        });
    }

    private static String status(HealthCheck check) {
        return check.failure().isPresent() ? "failing" : check.passedAt().isPresent() ? "ok" : "pending";
    }

    /** An index, and its articles by facets. */
    public static byte[] of(IndexStatistics statistics) {
        IndexStatus status = statistics.index();
        return AnswerJson.object(json -> {
            json.writeStringProperty("index", status.version());
            json.writeNumberProperty("articles", status.articles());
            writeTimes(json, status);
            json.writeNumberProperty("segments", status.segments());
            json.writeNumberProperty("bytes", status.bytes());
            if (status.quality().isPresent()) {
                write(json, status.quality().get());
            } else {
                json.writeNullProperty("quality");
            }
            writeFacets(json, statistics.articles());
        });
    }

    /** When it was made, and when its articles came to be what they are. */
    static void writeTimes(JsonGenerator json, IndexStatus status) {
        json.writeStringProperty("createdAt", status.createdAt().toString());
        json.writeStringProperty("changedAt", status.changedAt().toString());
    }

    private static void write(JsonGenerator json, MeasuredQuality quality) {
        json.writeObjectPropertyStart("quality");
        json.writeNumberProperty("topics", quality.topics());
        json.writeNumberProperty("ndcg10", (float) quality.ndcg10());
        json.writeNumberProperty("mrr", (float) quality.mrr());
        json.writeNumberProperty("recall10", (float) quality.recall10());
        json.writeEndObject();
    }

    static void writeFacets(JsonGenerator json, Map<Facet, List<FacetCount>> facets) {
        json.writeObjectPropertyStart("facets");
        for (Facet facet : Facet.values()) {
            if (facets.containsKey(facet)) {
                String name = facet.name().toLowerCase(Locale.ROOT);
                AnswerJson.writeObjects(json, name, facets.getOrDefault(facet, List.of()), count -> {
                    json.writeStringProperty("value", count.value());
                    json.writeNumberProperty("count", count.count());
                });
            }
        }
        json.writeEndObject();
    }
}
