package dev.epitome.watch;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The feeds that an OPML file lists, by their addresses. */
final class FeedList {

    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_FEEDS = 10_000;
    private static final int MOST_CHARACTERS = 2_048;

    private FeedList() {}

    /**
     * Reads a file.
     *
     * @return each address once, in the order of the file; they may be anything
     * @throws EpitomeException of kind {@link Kind#NO_INPUT} when it lists no feeds, or cannot be read
     */
    static List<String> read(Path file) {
        List<String> addresses = parsed(file).getElementsByAttribute("xmlUrl").stream()
                .filter(element -> element.normalName().equals("outline"))
                .map(element -> element.attr("xmlUrl").strip())
                .filter(address -> !address.isEmpty() && address.length() <= MOST_CHARACTERS)
                .distinct()
                .toList();
        if (addresses.isEmpty()) {
            throw unusable(file, "lists no feeds: give an OPML file, with an xmlUrl for each feed", null);
        }
        if (addresses.size() > MOST_FEEDS) {
            throw unusable(file, "lists more than " + MOST_FEEDS + " feeds: split it", null);
        }
        return addresses;
    }

    private static Document parsed(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw unusable(file, "has more than 16 MiB: that is no list of feeds", null);
            }
            // No name in it is opened: the parser knows no DOCTYPE.
            return Jsoup.parse(new ByteArrayInputStream(bytes), null, "", Parser.xmlParser());
        } catch (IOException e) {
            throw unusable(file, "cannot be read: name a folder, or an OPML file", e);
        }
    }

    private static EpitomeException unusable(Path file, String why, @Nullable IOException e) {
        return new EpitomeException(Kind.NO_INPUT, file + " " + why, e);
    }
}
