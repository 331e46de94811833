package dev.epitome.wire;

import tools.jackson.core.JsonGenerator;

/** A feed as JSON Feed 1.1 has it, in UTF-8. */
public final class JsonFeed {

    public static final String MEDIA_TYPE = "application/feed+json";

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    private JsonFeed() {}

    /** The whole document. */
    public static byte[] of(Feed feed) {
        return AnswerJson.object(json -> {
            json.writeStringProperty("version", VERSION);
            write(json, "title", feed.title());
            feed.page().ifPresent(page -> json.writeStringProperty("home_page_url", page));
            json.writeStringProperty("feed_url", feed.self());
            AnswerJson.writeObjects(json, "items", feed.entries(), entry -> write(json, entry, feed.root()));
        });
    }

    private static void write(JsonGenerator json, Feed.Entry entry, String root) {
        json.writeStringProperty("id", entry.id());
        json.writeStringProperty("url", entry.link(root));
        write(json, "title", entry.article().title());
        write(json, "content_text", entry.article().summary());
        if (entry.published().isPresent()) {
            json.writeStringProperty("date_published", entry.published().get().toString());
        } else {
            entry.earliest().ifPresent(time -> json.writeStringProperty("date_modified", time.toString()));
        }
        AnswerJson.writeObjects(json, "authors", entry.authors(), author -> write(json, "name", author));
        AnswerJson.writeStrings(
                json, "tags", entry.article().tags().stream().map(WebText::xml).toList());
        entry.article().source().ifPresent(source -> {
            // JSON Feed has no word for it: members of one's own begin so.
            json.writeObjectPropertyStart("_epitome");
            write(json, "source", source);
            json.writeEndObject();
        });
    }

    /** What XML cannot hold, no reader of feeds needs either; half of a surrogate pair is not even JSON. */
    private static void write(JsonGenerator json, String key, String text) {
        json.writeStringProperty(key, WebText.xml(text));
    }
}
