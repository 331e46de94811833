package dev.epitome.watch;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The form in which a {@link WatchState} is kept. */
final class StateJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String VERSION = "1";

    private StateJson() {}

    static byte[] bytes(Collection<FeedState> feeds, Collection<FolderState> folders, Collection<FileState> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("version", VERSION);
            json.writeArrayPropertyStart("feeds");
            feeds.forEach(feed -> write(json, feed));
            json.writeEndArray();
            json.writeArrayPropertyStart("folders");
            folders.forEach(folder -> write(json, folder));
            json.writeEndArray();
            json.writeArrayPropertyStart("files");
            files.forEach(file -> write(json, file));
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, FeedState feed) {
        json.writeStartObject();
        json.writeStringProperty("address", feed.address());
        json.writeStringProperty("location", feed.location());
        json.writeStringProperty("etag", feed.etag());
        json.writeStringProperty("lastModified", feed.lastModified());
        feed.tried().ifPresent(at -> json.writeStringProperty("tried", at.toString()));
        feed.read().ifPresent(at -> json.writeStringProperty("read", at.toString()));
        json.writeStringProperty("next", feed.next().toString());
        json.writeNumberProperty("failures", feed.failures());
        json.writeStringProperty("problem", feed.problem());
        json.writeBooleanProperty("gone", feed.gone());
        json.writeNumberProperty("articles", feed.articles());
        json.writeBooleanProperty("listed", feed.listed());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, FolderState folder) {
        json.writeStartObject();
        json.writeStringProperty("path", folder.path());
        json.writeStringProperty("looked", folder.looked().toString());
        json.writeStringProperty("problem", folder.problem());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, FileState file) {
        json.writeStartObject();
        json.writeStringProperty("path", file.path());
        json.writeNumberProperty("size", file.size());
        json.writeNumberProperty("modified", file.modified());
        json.writeStringProperty("hash", file.hash());
        json.writeStringProperty("read", file.read().toString());
        json.writeStringProperty("problem", file.problem());
        json.writeNumberProperty("articles", file.articles());
        json.writeEndObject();
    }

    /** @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} where the file is none of ours */
    static void read(
            Path file, Map<String, FeedState> feeds, Map<String, FolderState> folders, Map<String, FileState> files) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), file)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT, file);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("version")) {
                    expect(value == JsonToken.VALUE_STRING && VERSION.equals(parser.getString()), file);
                    continue;
                }
                expect(value == JsonToken.START_ARRAY, file);
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    Map<String, String> members = members(parser, file);
                    switch (name) {
                        case "feeds" -> feeds.put(text(members, "address"), feed(members));
                        case "folders" -> folders.put(text(members, "path"), folder(members));
                        case "files" -> files.put(text(members, "path"), file(members));
                        default -> {} // Of a later version.
                    }
                }
            }
        } catch (JacksonException | DateTimeException | NumberFormatException e) {
            throw foreign(file, e);
        }
    }

    static EpitomeException foreign(Path file, @Nullable Exception e) {
        return new EpitomeException(
                Kind.INVALID_REQUEST,
                file + " does not hold what was watched, or is of another version: name another file, or delete it to"
                        + " have all read again",
                e);
    }

    private static void expect(boolean so, Path file) {
        if (!so) {
            throw foreign(file, null);
        }
    }

    private static Map<String, String> members(JsonParser parser, Path file) {
        Map<String, String> members = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            expect(parser.nextToken().isScalarValue(), file);
            members.put(name, parser.getString());
        }
        return members;
    }

    private static FeedState feed(Map<String, String> members) {
        String address = text(members, "address");
        return new FeedState(
                address,
                members.getOrDefault("location", address),
                text(members, "etag"),
                text(members, "lastModified"),
                Optional.ofNullable(members.get("tried")).map(Instant::parse),
                Optional.ofNullable(members.get("read")).map(Instant::parse),
                Instant.parse(text(members, "next")),
                Integer.parseInt(text(members, "failures")),
                text(members, "problem"),
                Boolean.parseBoolean(text(members, "gone")),
                Long.parseLong(text(members, "articles")),
                Boolean.parseBoolean(members.getOrDefault("listed", "true")));
    }

    private static FolderState folder(Map<String, String> members) {
        return new FolderState(text(members, "path"), Instant.parse(text(members, "looked")), text(members, "problem"));
    }

    private static FileState file(Map<String, String> members) {
        return new FileState(
                text(members, "path"),
                Long.parseLong(text(members, "size")),
                Long.parseLong(text(members, "modified")),
                text(members, "hash"),
                Instant.parse(text(members, "read")),
                text(members, "problem"),
                Long.parseLong(text(members, "articles")));
    }

    private static String text(Map<String, String> members, String name) {
        return members.getOrDefault(name, "");
    }
}
