package dev.epitome.watch;

import dev.epitome.article.CleanText;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What whoever may read the articles may know of a {@link WatchState}: nothing that may be a subscriber's secret, so of
 * addresses the host and the path, and nothing of the machine, so of files what leads there from their folder on.
 */
final class ShownState {

    private static final JsonFactory JSON = new JsonFactory();

    /** Of a folder; the command line shows all. */
    private static final int MOST_PROBLEMS = 100;

    private static final int LONGEST = 300;

    private static final String NAMELESS = "an address";

    /** Within a sentence, whose next sign is none of it. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,30}://[^\\s\"“”<>]*[^\\s\"“”<>.,:;!?)]");

    private ShownState() {}

    static byte[] bytes(Collection<FeedState> feeds, Collection<FolderState> folders, Collection<FileState> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("feeds");
            feeds.stream().filter(FeedState::listed).forEach(feed -> write(json, feed));
            json.writeEndArray();
            json.writeArrayPropertyStart("folders");
            folders.forEach(folder -> write(json, folder, files));
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, FeedState feed) {
        json.writeStartObject();
        json.writeStringProperty("name", name(feed.address()));
        json.writeBooleanProperty("fails", !feed.problem().isEmpty());
        json.writeBooleanProperty("gone", feed.gone());
        feed.tried().ifPresent(at -> json.writeStringProperty("tried", at.toString()));
        feed.read().ifPresent(at -> json.writeStringProperty("read", at.toString()));
        if (!feed.gone()) {
            json.writeStringProperty("next", feed.next().toString());
        }
        json.writeNumberProperty("failures", feed.failures());
        json.writeNumberProperty("articles", feed.articles());
        json.writeStringProperty("problem", shown(feed.problem()));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, FolderState folder, Collection<FileState> all) {
        String start = folder.path().endsWith(File.separator) ? folder.path() : folder.path() + File.separator;
        List<FileState> files =
                all.stream().filter(file -> file.path().startsWith(start)).toList();
        boolean fails = !folder.problem().isEmpty() || files.stream().anyMatch(FileState::fails);
        json.writeStartObject();
        json.writeStringProperty("name", last(folder.path()));
        json.writeBooleanProperty("fails", fails);
        json.writeStringProperty("looked", folder.looked().toString());
        json.writeNumberProperty("files", files.size());
        json.writeNumberProperty(
                "articles", files.stream().mapToLong(FileState::articles).sum());
        json.writeStringProperty("problem", shown(folder.problem()));
        json.writeArrayPropertyStart("problems");
        files.stream()
                .filter(file -> !file.problem().isEmpty())
                .limit(MOST_PROBLEMS)
                .forEach(file -> write(json, file, start));
        json.writeEndArray();
        json.writeEndObject();
    }

    /** @param start what its path begins with */
    private static void write(JsonGenerator json, FileState file, String start) {
        String below = file.path().substring(start.length()).replace(File.separatorChar, '/');
        json.writeStartObject();
        json.writeStringProperty("name", CleanText.shortened(CleanText.of(below), LONGEST));
        json.writeBooleanProperty("fails", file.fails());
        json.writeStringProperty("tried", file.read().toString());
        json.writeStringProperty("problem", shown(file.problem().replace(start, "")));
        json.writeEndObject();
    }

    private static String shown(String problem) {
        String text = ADDRESS.matcher(problem).replaceAll(found -> Matcher.quoteReplacement(name(found.group())));
        return CleanText.shortened(CleanText.of(text), LONGEST);
    }

    /** The host and the path of an address, as they are in it. */
    private static String name(String address) {
        try {
            URI uri = URI.create(address);
            String path = Optional.ofNullable(uri.getRawPath()).orElse("").replaceFirst(";.*", "");
            return Optional.ofNullable(uri.getHost())
                    .map(host -> CleanText.shortened(host + (path.equals("/") ? "" : path), LONGEST))
                    .orElse(NAMELESS);
        } catch (IllegalArgumentException e) {
            return NAMELESS;
        }
    }

    private static String last(String path) {
        String plain = path.replace(File.separatorChar, '/').replaceFirst("/+$", "");
        return CleanText.of(plain.substring(plain.lastIndexOf('/') + 1));
    }
}
