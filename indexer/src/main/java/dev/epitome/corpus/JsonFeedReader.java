package dev.epitome.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * JSON Feed 1.0 and 1.1 (jsonfeed.org). A feed is one document: it is held whole, up to {@link WholeFile#MAX_BYTES}.
 */
final class JsonFeedReader implements FormatReader {

    @Override
    public void read(InputStream in, FileEntries entries) throws IOException {
        JsonNode feed;
        try {
            feed = Json.MAPPER.readTree(WholeFile.bounded(in));
        } catch (JacksonException e) {
            WholeFile.rethrowReadFailure(e);
            long line =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            entries.rejectLine(line, "invalid JSON: " + Json.reason(e));
            return;
        }
        entries.digest(feed.path("title").isString() ? feed.path("title").stringValue() : "");
        JsonNode items = feed.path("items");
        if (!items.isArray()) {
            entries.reject(0, "a JSON Feed without a list of items");
            return;
        }
        long number = 0;
        for (JsonNode item : items) {
            entries.add(++number, () -> draft(feed, item));
        }
    }

    private static Draft draft(JsonNode feed, JsonNode item) {
        Draft draft = Draft.titledOrNamedBySummary(text(item, "title"), summary(item));
        String url = text(item, "url");
        draft.idUnlessAddress(id(item), url);
        draft.url(url);
        draft.source(text(feed, "title"));
        draft.authors(authors(item.has("authors") || item.has("author") ? item : feed));
        draft.tags(item.hasNonNull("tags") ? Json.names("tags", item.path("tags")) : List.of());
        draft.published(text(item, "date_published"));
        return draft;
    }

    private static String summary(JsonNode item) {
        String html = HtmlText.of(text(item, "content_html"));
        return Stream.of(text(item, "summary"), text(item, "content_text"), html)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** The standard has text, but asks readers to take numbers too. */
    private static String id(JsonNode item) {
        JsonNode id = item.path("id");
        return id.isNumber() ? id.asString() : text(item, "id");
    }

    private static List<String> authors(JsonNode holder) {
        if (holder.hasNonNull("authors")) {
            return Json.names("authors", holder.path("authors"));
        }
        return holder.hasNonNull("author") ? List.of(Json.name("author", holder.path("author"))) : List.of();
    }

    private static String text(JsonNode json, String member) {
        return json.hasNonNull(member) ? Json.text(member, json.path(member)) : "";
    }
}
