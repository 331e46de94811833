package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.cli.DoctorCommand.Finding;
import dev.epitome.cli.DoctorCommand.Finding.Subject;
import dev.epitome.wire.NearestName;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Values for options that were not typed: from the environment, then from a file. */
final class Defaults {

    private static final Set<String> NEVER = Set.of("help", "version");

    private final Surroundings surroundings;
    private final ConfigFile file;

    /** @param options gives the long names of all options, without dashes; asked only where there is a file */
    Defaults(Surroundings surroundings, Supplier<Set<String>> options) {
        this.surroundings = surroundings;
        this.file = ConfigFile.of(surroundings, options);
    }

    ConfigFile file() {
        return file;
    }

    /** For an option that was not typed; null where nothing else sets it either. */
    @Nullable
    String value(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String name = withoutDashes(option.longestName());
        if (NEVER.contains(name)) {
            return null;
        }
        String variable = "EPITOME_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        String value = surroundings.environment().getOrDefault(variable, "");
        return value.isEmpty() ? file.value(name).orElse(null) : value;
    }

    static String withoutDashes(String name) {
        return name.replaceFirst("^-+", "");
    }

    /** The file that {@code EPITOME_CONFIG} names: lines that set options. One that is wrong sets nothing. */
    static final class ConfigFile {

        private static final String VARIABLE = "EPITOME_CONFIG";
        private static final String BYTE_ORDER_MARK = "\uFEFF";

        private final String path;
        private final Map<String, String> values;
        private final Optional<EpitomeException> failure;

        private ConfigFile(String path, Map<String, String> values, Optional<EpitomeException> failure) {
            this.path = path;
            this.values = values;
            this.failure = failure;
        }

        /**
         * Reads the file, if there is one.
         *
         * @param options the long names of all options, without dashes
         */
        static ConfigFile of(Surroundings surroundings, Supplier<Set<String>> options) {
            String path = surroundings.environment().getOrDefault(VARIABLE, "");
            if (path.isEmpty()) {
                return new ConfigFile(path, Map.of(), Optional.empty());
            }
            try {
                Map<String, String> values = read(path);
                Set<String> settable = new TreeSet<>(options.get());
                settable.removeAll(NEVER);
                for (String name : values.keySet()) {
                    if (!settable.contains(name)) {
                        throw unknown(name, path, settable);
                    }
                }
                return new ConfigFile(path, values, Optional.empty());
            } catch (EpitomeException e) {
                return new ConfigFile(path, Map.of(), Optional.of(e));
            }
        }

        /** What the file sets an option to: nothing where the value is empty, as in the environment. */
        Optional<String> value(String option) {
            return Optional.ofNullable(values.get(option)).filter(value -> !value.isEmpty());
        }

        /** Why the file cannot be used. */
        Optional<EpitomeException> failure() {
            return failure;
        }

        /** What there is to say of the file, if one is named. */
        Optional<Finding> finding() {
            if (path.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(failure.map(e -> Finding.problem(
                            Subject.CONFIG,
                            e.getMessage(),
                            "fix it, or unset " + VARIABLE + ": most commands refuse it"))
                    .orElseGet(() -> Finding.ok(Subject.CONFIG, "options are set in " + path)));
        }

        private static EpitomeException unknown(String name, String path, Set<String> settable) {
            String guess = NearestName.of(Defaults.withoutDashes(name), settable)
                    .map(option -> "did you mean " + option + "?")
                    .orElse("see --help of the command for those there are");
            return new EpitomeException(
                    Kind.INVALID_REQUEST,
                    "%s, the file of %s, sets \"%s\", which is no option: %s".formatted(path, VARIABLE, name, guess));
        }

        private static Map<String, String> read(String path) {
            Properties properties = new Properties();
            try {
                String text = Files.readString(Path.of(path));
                properties.load(new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
            } catch (IOException | IllegalArgumentException e) {
                throw new EpitomeException(
                        Kind.NO_INPUT,
                        "cannot read %s, the file of %s: %s".formatted(path, VARIABLE, reason(e, path)),
                        e);
            }
            Map<String, String> values = new TreeMap<>();
            properties
                    .stringPropertyNames()
                    .forEach(name ->
                            values.put(name, properties.getProperty(name, "").strip()));
            return values;
        }

        private static String reason(Exception e, String path) {
            if (e instanceof InvalidPathException) {
                return "no file can have that name";
            }
            if (e instanceof IllegalArgumentException) {
                return "after \\u it must have four hexadecimal digits; write \\\\ for a backslash";
            }
            if (e instanceof CharacterCodingException) {
                return "it is not in UTF-8";
            }
            if (e instanceof NoSuchFileException) {
                return "there is no such file";
            }
            if (e instanceof AccessDeniedException) {
                return "it may not be read";
            }
            return Files.isDirectory(Path.of(path)) ? "it is a directory" : String.valueOf(e.getMessage());
        }
    }
}
