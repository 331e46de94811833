package dev.epitome.cli;

import dev.epitome.index.LossGuard;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** By what a new index is judged before it is published. */
final class GateOptions {

    @Mixin
    private final GoldenOptions golden = new GoldenOptions();

    @Option(
            names = "--allow-shrink",
            description = "Publish even if the new index has far fewer articles than the published one.")
    private boolean allowShrink;

    GoldenOptions golden() {
        return golden;
    }

    LossGuard guard() {
        return allowShrink ? LossGuard.ALLOWING_SHRINKING : LossGuard.DEFAULT;
    }
}
