package dev.epitome.http;

import dev.epitome.keys.Keys;
import dev.epitome.keys.NewKey;
import dev.epitome.keys.Role;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A key for each role, and what a server knows of them. */
final class TestKeys {

    private final Map<Role, NewKey> made = new EnumMap<>(Role.class);

    TestKeys() {
        Arrays.stream(Role.values())
                .forEach(role -> made.put(role, NewKey.make(role, "a test", LocalDate.of(2026, 11, 27))));
    }

    /** The key itself. */
    String to(Role role) {
        return Objects.requireNonNull(made.get(role)).text();
    }

    String file() {
        return made.values().stream().map(key -> key.stored().line() + "\n").collect(Collectors.joining());
    }

    Keys all() {
        return Keys.read(new ByteArrayInputStream(file().getBytes(StandardCharsets.UTF_8)), "test");
    }
}
