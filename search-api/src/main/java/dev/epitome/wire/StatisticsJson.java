package dev.epitome.wire;

import dev.epitome.search.IndexStatistics;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.MeasuredQuality;
import tools.jackson.core.JsonGenerator;

/** What an index holds as JSON, in UTF-8. */
public final class StatisticsJson {

    private StatisticsJson() {}

    /** An index, and its articles by facets. */
    public static byte[] of(IndexStatistics statistics) {
        IndexStatus status = statistics.index();
        return AnswerJson.object(json -> {
            json.writeStringProperty("index", status.version());
            json.writeNumberProperty("articles", status.articles());
            json.writeStringProperty("createdAt", status.createdAt().toString());
            json.writeNumberProperty("segments", status.segments());
            json.writeNumberProperty("bytes", status.bytes());
            if (status.quality().isPresent()) {
                write(json, status.quality().get());
            } else {
                json.writeNullProperty("quality");
            }
            FacetsJson.write(json, statistics.articles());
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
