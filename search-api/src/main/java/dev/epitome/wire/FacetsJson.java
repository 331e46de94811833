package dev.epitome.wire;

import dev.epitome.search.Facet;
import dev.epitome.search.FacetCount;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Counts of hits by facets, within an answer. */
final class FacetsJson {

    private FacetsJson() {}

    static void write(JsonGenerator json, Map<Facet, List<FacetCount>> facets) {
        json.writeObjectPropertyStart("facets");
        for (Facet facet : Facet.values()) {
            if (facets.containsKey(facet)) {
                json.writeArrayPropertyStart(facet.name().toLowerCase(Locale.ROOT));
                facets.getOrDefault(facet, List.of()).forEach(count -> write(json, count));
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, FacetCount count) {
        json.writeStartObject();
        json.writeStringProperty("value", count.value());
        json.writeNumberProperty("count", count.count());
        json.writeEndObject();
    }
}
