package dev.epitome;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who calls the library from Java has no command line: what its messages tell him to do, he must be able to do. */
final class LibraryMessagesTest {

    private static final Pattern COMMAND_OR_OPTION = Pattern.compile("\\bepitome [a-z]+|(?<!-)--[a-z]");

    @Test
    void noMessageOfTheLibrarySpeaksOfTheCommandLine() {
        assertThat(texts(type -> !isOfTheCommandLine(type))).isEmpty();
    }

    @Test
    void whatTheCommandLineSaysOfItselfWouldBeFoundAnywhere() {
        assertThat(texts(LibraryMessagesTest::isOfTheCommandLine))
                .contains("dev.epitome.cli.Remedies: run epitome reindex to make one")
                .contains("dev.epitome.cli.Remedies: --map title=NAME says which");
    }

    private static boolean isOfTheCommandLine(JavaClass type) {
        return type.getPackageName().equals("dev.epitome.cli");
    }

    /** Such as {@code dev.epitome.Some: give another --port}. */
    private static List<String> texts(Predicate<JavaClass> types) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.epitome").stream()
                        .filter(types)
                        .flatMap(type -> strings(type)
                                .filter(text -> COMMAND_OR_OPTION.matcher(text).find())
                                .map(text -> type.getName() + ": " + text))
                        .toList();
    }

    private static Stream<String> strings(JavaClass type) {
        try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream();
                DataInputStream file = new DataInputStream(in)) {
            return strings(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts that a class file loads or joins; not the names in it, nor what its annotations say. */
    private static List<String> strings(DataInputStream file) throws IOException {
        file.skipNBytes(8);
        int constants = file.readUnsignedShort();
        Map<Integer, String> utf8 = new HashMap<>();
        List<Integer> strings = new ArrayList<>();
        for (int i = 1; i < constants; i++) {
            int tag = file.readUnsignedByte();
            switch (tag) {
                case 1 -> utf8.put(i, file.readUTF());
                case 8 -> strings.add(file.readUnsignedShort());
                case 7, 16, 19, 20 -> file.skipNBytes(2);
                case 15 -> file.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> file.skipNBytes(4);
                case 5, 6 -> {
                    file.skipNBytes(8);
                    i++; // These take the place of two.
                }
                default -> throw new IOException("a constant of the unknown kind " + tag);
            }
        }
        return strings.stream().map(utf8::get).toList();
    }
}
