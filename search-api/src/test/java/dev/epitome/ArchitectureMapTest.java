package dev.epitome;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What ARCHITECTURE.md and docs/decisions.md name must exist: a map rots from its names. */
final class ArchitectureMapTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final List<String> PAGES = List.of("ARCHITECTURE.md", "docs/decisions.md");
    private static final Pattern NAMED = Pattern.compile("`([^`\\s]+)`");

    /** A constant is all capitals; what follows the name of a type is its member. */
    private static final Pattern TYPE = Pattern.compile("([A-Z](?=\\w*[a-z])\\w*)(?:[.#(].*)?");

    private static final Pattern FOLDER = Pattern.compile("([a-z][a-z0-9./-]*/)");

    @Test
    void everyTypeThatTheMapNamesExists() {
        Set<String> types = new ClassFileImporter()
                .importPackages("dev.epitome").stream()
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());
        assertThat(PAGES).allSatisfy(page -> {
            Set<String> named = named(page, TYPE);
            assertThat(named).hasSizeGreaterThanOrEqualTo(20);
            assertThat(types).containsAll(named);
        });
    }

    @Test
    void everyFolderThatTheMapNamesExists() throws IOException {
        Set<String> folders = named("ARCHITECTURE.md", FOLDER);
        assertThat(folders)
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(REPOSITORY.resolve(folder)).isDirectory());
    }

    @Test
    void theMapFitsOnTwoPages() throws IOException {
        assertThat(Files.readString(REPOSITORY.resolve("ARCHITECTURE.md"))).hasSizeLessThan(10_000);
    }

    private static Set<String> named(String page, Pattern kind) throws IOException {
        return NAMED.matcher(Files.readString(REPOSITORY.resolve(page)))
                .results()
                .map(name -> kind.matcher(name.group(1)))
                .filter(Matcher::matches)
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
