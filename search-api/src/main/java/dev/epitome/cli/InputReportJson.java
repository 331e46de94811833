package dev.epitome.cli;

import dev.epitome.index.InputReport;
import dev.epitome.index.InputReport.Coverage;
import dev.epitome.index.InputReport.Example;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** What a corpus holds and lacks, for programs. */
final class InputReportJson {

    private InputReportJson() {}

    static void write(JsonGenerator json, InputReport input, Map<String, List<Example>> warnings) {
        json.writeObjectPropertyStart("has");
        writeCoverage(json, input.all());
        json.writeEndObject();
        json.writeArrayPropertyStart("files");
        input.files().forEach(file -> {
            json.writeStartObject();
            json.writeStringProperty("file", file.path());
            writeCoverage(json, file.coverage());
            json.writeNumberProperty("rejected", file.rejected());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("unread");
        input.unread().forEach(name -> {
            json.writeStartObject();
            json.writeStringProperty("name", name.name());
            json.writeNumberProperty("values", name.values());
            name.couldBe().ifPresent(member -> json.writeStringProperty("couldBe", member));
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("warnings");
        input.warnings().forEach(kind -> {
            json.writeStartObject();
            json.writeStringProperty("kind", kind.kind());
            json.writeNumberProperty("count", kind.count());
            json.writeArrayPropertyStart("all");
            warnings.getOrDefault(kind.kind(), kind.examples()).forEach(example -> {
                json.writeStartObject();
                json.writeStringProperty("place", example.place().toString());
                json.writeStringProperty("detail", example.warning().detail());
                example.warning()
                        .remedy()
                        .ifPresent(remedy -> json.writeStringProperty("remedy", Remedies.option(remedy)));
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void writeCoverage(JsonGenerator json, Coverage has) {
        json.writeNumberProperty("records", has.records());
        json.writeNumberProperty("dated", has.dated());
        json.writeNumberProperty("summarized", has.summarized());
        json.writeNumberProperty("addressed", has.addressed());
        json.writeNumberProperty("tagged", has.tagged());
    }
}
