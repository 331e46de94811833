package dev.epitome.cli;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
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

    Defaults(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.file = read(surroundings.environment().get(FILE_VARIABLE));
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String name = option.longestName().replaceFirst("^-+", "");
        if (NEVER.contains(name)) {
            return null;
        }
        String variable = "EPITOME_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        String value = surroundings.environment().getOrDefault(variable, "");
        return value.isEmpty() ? file.getProperty(name) : value;
    }

    private static Properties read(@Nullable String path) {
        Properties properties = new Properties();
        if (path != null && !path.isEmpty()) {
            try (Reader reader = Files.newBufferedReader(Path.of(path))) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new EpitomeException(Kind.NO_INPUT, "cannot read the file of " + FILE_VARIABLE + ": " + e, e);
            }
        }
        return properties;
    }
}
