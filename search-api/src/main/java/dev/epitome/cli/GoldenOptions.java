package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.quality.Floor;
import dev.epitome.quality.GoldenSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By which queries an index is measured, and what is good enough. */
final class GoldenOptions {

    @Option(
            names = "--golden",
            paramLabel = "DIR",
            description =
                    "The folder with the golden queries: topics, judgments and floors. Default: the shipped ones.")
    private @Nullable Path folder;

    @Option(
            names = "--floor",
            paramLabel = "N",
            description = "The lowest acceptable mean nDCG@10, 0 to 1; replaces all floors of the golden queries.")
    private @Nullable Double floor;

    /** Reads the golden queries, with the floor that was typed. */
    GoldenSet read(Surroundings surroundings) {
        checkFloor();
        GoldenSet golden = GoldenSet.read(folder(surroundings));
        return floor == null ? golden : golden.withFloor(Floor.ofNdcg(floor));
    }

    /** The same; empty where none were asked for and none are shipped. */
    Optional<GoldenSet> readIfThere(Surroundings surroundings) {
        checkFloor();
        boolean there = folder != null || Files.isDirectory(surroundings.shippedGolden());
        return there ? Optional.of(read(surroundings)) : Optional.empty();
    }

    Path folder(Surroundings surroundings) {
        return folder == null ? surroundings.shippedGolden() : folder;
    }

    private void checkFloor() {
        if (floor != null && !(floor >= 0 && floor <= 1)) {
            throw new EpitomeException(Kind.INVALID_REQUEST, "--floor is " + floor + ": give 0 to 1");
        }
    }
}
