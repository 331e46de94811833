package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.wire.NearestName;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Values for options that were not typed: from the environment, then from a file. */
final class Defaults implements IDefaultValueProvider {

    private static final String FILE_VARIABLE = "EPITOME_CONFIG";
    private static final Set<String> NEVER = Set.of("help", "version");

    private final Surroundings surroundings;
    private final Properties file;

    /**
     * @param options the long names of all options, without dashes
     * @throws EpitomeException when the file cannot be read or sets what is no option
     */
    Defaults(Surroundings surroundings, Set<String> options) {
        this.surroundings = surroundings;
        String path = surroundings.environment().getOrDefault(FILE_VARIABLE, "");
        this.file = path.isEmpty() ? new Properties() : read(path);
        Set<String> settable = new TreeSet<>(options);
        settable.removeAll(NEVER);
        for (String name : file.stringPropertyNames()) {
            if (!settable.contains(name)) {
                throw unknown(name, path, settable);
            }
        }
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String name = withoutDashes(option.longestName());
        if (NEVER.contains(name)) {
            return null;
        }
        String variable = "EPITOME_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        String value = surroundings.environment().getOrDefault(variable, "");
        return value.isEmpty() ? file.getProperty(name) : value;
    }

    static String withoutDashes(String name) {
        return name.replaceFirst("^-+", "");
    }

    private static EpitomeException unknown(String name, String path, Set<String> options) {
        String guess = NearestName.of(withoutDashes(name), options)
                .map(option -> "did you mean " + option + "?")
                .orElse("see --help of the command for those there are");
        return new EpitomeException(
                Kind.INVALID_REQUEST,
                "%s, the file of %s, sets \"%s\", which is no option: %s".formatted(path, FILE_VARIABLE, name, guess));
    }

    private static Properties read(String path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(path))) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new EpitomeException(Kind.NO_INPUT, "cannot read the file of " + FILE_VARIABLE + ": " + e, e);
        }
        return properties;
    }
}
