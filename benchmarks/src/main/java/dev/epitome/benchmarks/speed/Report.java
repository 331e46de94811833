package dev.epitome.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The result of one command: a table for people, and every round for programs, under the same dated name. */
final class Report {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String question;
    private final Map<String, String> facts;
    private final Measurements measurements;
    private final List<Claim> claims;

    /** @param facts the machine, the versions, the command: whatever is needed to do it again */
    Report(String question, Map<String, String> facts, Measurements measurements, List<Claim> claims) {
        this.question = question;
        this.facts = facts;
        this.measurements = measurements;
        this.claims = claims;
    }

    /** Writes both files into a folder, which is made where there is none, and gives the one for people. */
    Path write(Path folder, Instant when) throws IOException {
        Files.createDirectories(folder);
        String name = question + "-" + STAMP.format(when);
        Files.writeString(folder.resolve(name + ".json"), json());
        return Files.writeString(folder.resolve(name + ".md"), markdown());
    }

    String markdown() {
        StringBuilder text = new StringBuilder("# " + question + "\n\n");
        facts.forEach((what, value) ->
                text.append("- ").append(what).append(": ").append(value).append('\n'));
        text.append("\nMedian of the rounds, ± the distance of their middle half, (ratio to the first column).\n");
        for (String metric : measurements.metrics()) {
            text.append("\n**").append(metric).append("**\n\n").append(table(metric));
        }
        if (!claims.isEmpty()) {
            text.append("\n**What must hold**\n\n");
            claims.forEach(claim -> text.append("- ").append(claim).append('\n'));
        }
        return text.toString();
    }

    private String table(String metric) {
        List<String> columns = new ArrayList<>(measurements.columns(metric));
        StringBuilder table =
                new StringBuilder("| | " + String.join(" | ", columns) + " |\n|---|" + "---|".repeat(columns.size()));
        for (String row : measurements.rows(metric)) {
            table.append("\n| ").append(row).append(" | ");
            table.append(columns.stream()
                    .map(column -> cell(metric, row, column, columns.getFirst()))
                    .collect(Collectors.joining(" | ")));
            table.append(" |");
        }
        return table.append('\n').toString();
    }

    private String cell(String metric, String row, String column, String base) {
        double median = measurements.median(metric, row, column);
        if (Double.isNaN(median)) {
            return "";
        }
        long spread = Math.round(100 * measurements.spread(metric, row, column));
        double ratio = measurements.ratio(metric, row, column, base);
        return number(median)
                + (spread > 0 ? " ±" + spread + " %" : "")
                + (column.equals(base) || Double.isNaN(ratio) ? "" : " (" + number(ratio) + ")");
    }

    /** To three digits, or whole. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f", value);
    }

    private String json() {
        JsonMapper mapper = new JsonMapper();
        ObjectNode root = mapper.createObjectNode().put("question", question);
        ObjectNode about = root.putObject("facts");
        facts.forEach(about::put);
        ArrayNode cells = root.putArray("measured");
        for (String metric : measurements.metrics()) {
            for (String row : measurements.rows(metric)) {
                for (String column : measurements.columns(metric)) {
                    ArrayNode rounds = cells.addObject()
                            .put("metric", metric)
                            .put("row", row)
                            .put("column", column)
                            .putArray("rounds");
                    measurements.rounds(metric, row, column).forEach(rounds::add);
                }
            }
        }
        ArrayNode held = root.putArray("claims");
        claims.forEach(claim -> held.addObject()
                .put("text", claim.text())
                .put("value", claim.value())
                .put("bound", claim.bound())
                .put("atLeast", claim.atLeast())
                .put("holds", claim.holds()));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
