package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.corpus.Warning;
import dev.epitome.corpus.Warning.Remedy;
import java.util.Optional;

/** By which command or option a user does what the library, which knows neither, says is to be done. */
final class Remedies {

    private static final String OTHER_ADDRESS = "give another --port or --host";

    private Remedies() {}

    /** The message of a failure, as the user of a command reads it. */
    static String line(EpitomeException e) {
        return e.getMessage() + command(e.kind()).map(Remedies::inBrackets).orElse("");
    }

    /** What was said of the input, with the option that would help. */
    static String line(String message, Optional<Remedy> remedy) {
        return message + remedy.map(Remedies::option).map(Remedies::inBrackets).orElse("");
    }

    static String line(Warning warning) {
        return line(warning.toString(), warning.remedy());
    }

    static Optional<String> command(Kind kind) {
        return switch (kind) {
            case INDEX_MISSING -> Optional.of("run epitome reindex to make one");
            case INDEX_INCOMPATIBLE -> Optional.of("run epitome reindex");
            case INDEX_DAMAGED -> Optional.of("run epitome reindex --replace-damaged");
            case INVALID_ARTICLE,
                    INVALID_REQUEST,
                    INVALID_CURSOR,
                    CURSOR_EXPIRED,
                    TIMED_OUT,
                    NO_INPUT,
                    INDEX_LOCKED,
                    INDEX_FOREIGN,
                    INDEX_UNWRITTEN,
                    IO -> Optional.empty();
        };
    }

    static String option(Remedy remedy) {
        return switch (remedy) {
            case NAME_OF_TITLE -> "--map title=NAME says which";
            case ORDER_OF_DATES -> "--dates day-first or month-first says which";
        };
    }

    /** A server that cannot be reached where it was told to be. */
    static EpitomeException ofAddress(EpitomeException e) {
        return new EpitomeException(e.kind(), e.getMessage() + inBrackets(OTHER_ADDRESS), e);
    }

    /** A server that other machines could ask without anybody having said that they may. */
    static EpitomeException ofReaders(String host) {
        return new EpitomeException(
                Kind.INVALID_REQUEST,
                "at " + host + " other machines could read: add --public-read to let them all, --keys FILE to let those"
                        + " with a key, or give a loopback address as --host to let none");
    }

    /** A file of keys without any. */
    static EpitomeException ofNoKeys() {
        return new EpitomeException(
                Kind.NO_INPUT,
                "there is no key in what --keys names: epitome key new --role ROLE --keys FILE makes one");
    }

    private static String inBrackets(String remedy) {
        return " (" + remedy + ")";
    }
}
