package dev.epitome.cli;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Values for options that were not typed: from the environment, then from a file. */
final class Defaults implements IDefaultValueProvider {

    private static final Set<String> NEVER = Set.of("help", "version");

    private final Surroundings surroundings;
    private final ConfigFile file;

    /** @param options the long names of all options, without dashes */
    Defaults(Surroundings surroundings, Set<String> options) {
        this.surroundings = surroundings;
        Set<String> settable = new TreeSet<>(options);
        settable.removeAll(NEVER);
        this.file = ConfigFile.of(surroundings, settable);
    }

    ConfigFile file() {
        return file;
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
        return value.isEmpty() ? file.value(name).orElse(null) : value;
    }

    static String withoutDashes(String name) {
        return name.replaceFirst("^-+", "");
    }
}
