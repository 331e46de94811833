package dev.epitome.quality;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A line of a text file, and where it stands. */
record Line(Path file, int number, String text) {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The lines that say something: neither blank nor a comment, which begins with {@code #}. */
    static List<Line> of(Path file) {
        List<String> all = read(file);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String text = i == 0 && all.get(i).startsWith(BYTE_ORDER_MARK)
                    ? all.get(i).substring(BYTE_ORDER_MARK.length())
                    : all.get(i);
            if (!text.isBlank() && !text.startsWith("#")) {
                lines.add(new Line(file, i + 1, text));
            }
        }
        return lines;
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new EpitomeException(Kind.NO_INPUT, "no such file: " + file, e);
        } catch (CharacterCodingException e) {
            throw new EpitomeException(Kind.NO_INPUT, file + " is not in UTF-8", e);
        } catch (IOException e) {
            throw new EpitomeException(Kind.NO_INPUT, "cannot read " + file + ": " + e, e);
        }
    }

    /** What stands between white space. */
    List<String> columns() {
        return List.of(WHITE_SPACE.split(text.strip(), -1));
    }

    EpitomeException wrong(String what) {
        return new EpitomeException(Kind.NO_INPUT, file + ":" + number + ": " + what);
    }
}
