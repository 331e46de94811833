package dev.epitome.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeasurementsTest {

    @TempDir
    Path folder;

    @Test
    void aQuantileLiesBetweenTheValuesItFallsBetween() {
        List<Double> values = List.of(4.0, 1.0, 3.0, 2.0);
        assertThat(Measurements.quantile(values, 0.5)).isEqualTo(2.5);
        assertThat(Measurements.quantile(values, 0)).isEqualTo(1);
        assertThat(Measurements.quantile(values, 1)).isEqualTo(4);
        assertThat(Measurements.quantile(values, 0.75)).isCloseTo(3.25, within(1e-9));
        assertThat(Measurements.quantile(List.of(), 0.5)).isNaN();
    }

    @Test
    void aRatioIsTakenWithinEachRoundSoThatOtherLoadFallsOnBoth() {
        Measurements measured = new Measurements();
        // The second round has half the machine: of the medians alone the ratio would be another.
        add(measured, "ours", 10, 5, 12);
        add(measured, "theirs", 5, 2.5, 1);
        assertThat(measured.ratio("rate", "word", "ours", "theirs")).isEqualTo(2);
        assertThat(measured.median("rate", "word", "ours")).isEqualTo(10);
        assertThat(measured.ratio("rate", "word", "ours", "nobody")).isNaN();
    }

    @Test
    void oneRoundFarOutChangesNeitherMedianNorSpreadMuch() {
        Measurements measured = new Measurements();
        add(measured, "ours", 10, 10, 11, 9, 1_000);
        assertThat(measured.median("rate", "word", "ours")).isEqualTo(10);
        assertThat(measured.spread("rate", "word", "ours")).isEqualTo(0.1);
    }

    @Test
    void aClaimHoldsOnItsBoundAndWhereNothingWasMeasured() {
        assertThat(Claim.atLeast(2, "rate", 2).holds()).isTrue();
        assertThat(Claim.atLeast(2, "rate", 1.99).holds()).isFalse();
        assertThat(Claim.atMost(2, "time", 2.01).holds()).isFalse();
        assertThat(Claim.atMost(2, "time", Double.NaN)).hasToString("time: NaN, at most 2: not measured");
    }

    @Test
    void aResultHasEveryRoundForProgramsAndATableForPeople() throws Exception {
        Measurements measured = new Measurements();
        add(measured, "theirs", 100, 200, 300);
        add(measured, "ours", 50, 100, 150);
        Report report =
                new Report("engine", Map.of("commit", "abc"), measured, List.of(Claim.atLeast(2, "rate of ours", 0.5)));

        Path written = report.write(folder.resolve("new"), Instant.parse("2026-11-27T03:04:05Z"));

        assertThat(written).hasFileName("engine-2026-11-27T030405Z.md");
        assertThat(Files.readString(written))
                .contains("- commit: abc", "| word | 200 ±50 % | 100 ±50 % (0.50) |", "does NOT hold");
        JsonNode json = new JsonMapper()
                .readTree(folder.resolve("new")
                        .resolve("engine-2026-11-27T030405Z.json")
                        .toFile());
        assertThat(json.path("measured").path(1).path("rounds").toString()).isEqualTo("[50.0,100.0,150.0]");
        assertThat(json.path("claims").path(0).path("holds").asBoolean()).isFalse();
    }

    private static void add(Measurements measured, String column, double... rounds) {
        for (double value : rounds) {
            measured.add("rate", "word", column, value);
        }
    }
}
