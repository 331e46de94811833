package dev.epitome.cli;

import java.util.Optional;

/**
 * What {@code epitome doctor} found of one thing.
 *
 * @param subject what was looked at, in a word
 * @param message what there is
 * @param remedy what to do; of all that is not well
 */
record Finding(Level level, Subject subject, String message, Optional<String> remedy) {

    /** How bad it is. */
    enum Level {
        OK,
        /** Works, but not as it might. */
        WARNING,
        /** Some command will fail. */
        PROBLEM
    }

    /** What is looked at. */
    enum Subject {
        EPITOME,
        JAVA,
        MEMORY,
        MAVEN,
        CORPUS,
        GOLDEN,
        INDEX,
        PORT,
        TERMINAL,
        ALIASES,
        DISK,
        CONFIG
    }

    static Finding ok(Subject subject, String message) {
        return new Finding(Level.OK, subject, message, Optional.empty());
    }

    static Finding warning(Subject subject, String message, String remedy) {
        return new Finding(Level.WARNING, subject, message, Optional.of(remedy));
    }

    static Finding problem(Subject subject, String message, String remedy) {
        return new Finding(Level.PROBLEM, subject, message, Optional.of(remedy));
    }
}
