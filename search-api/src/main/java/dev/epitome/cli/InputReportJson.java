package dev.epitome.cli;

import dev.epitome.index.InputReport;
import dev.epitome.index.InputReport.Coverage;
import dev.epitome.index.InputReport.Example;
import dev.epitome.wire.AnswerJson;
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
        AnswerJson.writeObjects(json, "files", input.files(), file -> {
            json.writeStringProperty("file", file.path());
            writeCoverage(json, file.coverage());
            json.writeNumberProperty("rejected", file.rejected());
        });
        AnswerJson.writeObjects(json, "unread", input.unread(), name -> {
            json.writeStringProperty("name", name.name());
            json.writeNumberProperty("values", name.values());
            name.couldBe().ifPresent(member -> json.writeStringProperty("couldBe", member));
        });
        AnswerJson.writeObjects(json, "warnings", input.warnings(), kind -> {
            json.writeStringProperty("kind", kind.kind());
            json.writeNumberProperty("count", kind.count());
            AnswerJson.writeObjects(json, "all", warnings.getOrDefault(kind.kind(), kind.examples()), example -> {
                json.writeStringProperty("place", example.place().toString());
                json.writeStringProperty("detail", example.warning().detail());
                example.warning()
                        .remedy()
                        .ifPresent(remedy -> json.writeStringProperty("remedy", Remedies.option(remedy)));
            });
        });
    }

    private static void writeCoverage(JsonGenerator json, Coverage has) {
        json.writeNumberProperty("records", has.records());
        json.writeNumberProperty("dated", has.dated());
        json.writeNumberProperty("summarized", has.summarized());
        json.writeNumberProperty("addressed", has.addressed());
        json.writeNumberProperty("tagged", has.tagged());
    }
}
