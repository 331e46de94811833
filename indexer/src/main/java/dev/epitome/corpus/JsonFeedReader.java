package dev.epitome.corpus;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
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
        String title = feed.path("title").isString() ? feed.path("title").stringValue() : "";
        entries.digest(title);
        JsonNode items = feed.path("items");
        if (!items.isArray()) {
            entries.reject(0, "a JSON Feed without a list of items");
            return;
        }
        long number = 0;
        for (JsonNode item : items) {
            entries.add(++number, () -> draft(feed, title, item));
        }
    }

    private static Draft draft(JsonNode feed, String feedTitle, JsonNode item) {
        if (!item.isObject()) {
            throw new EpitomeException(Kind.INVALID_ARTICLE, "is " + Json.typeOf(item) + ", not an object");
        }
        Draft draft = Draft.titledOrNamedBySummary(text(item, "title"), summary(item));
        String url = text(item, "url");
        draft.idUnlessAddress(id(item), url);
        draft.url(url);
        draft.source(feedTitle);
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
        if (!holder.hasNonNull("authors")) {
            return author(holder.path("author")).stream().toList();
        }
        JsonNode authors = holder.path("authors");
        if (!authors.isArray()) {
            throw Json.wrongType("authors", authors, "a list of objects");
        }
        return authors.valueStream().flatMap(each -> author(each).stream()).toList();
    }

    /** The standard lets an author be known by a page or a picture alone. */
    private static Optional<String> author(JsonNode author) {
        boolean nameless =
                author.isNull() || author.isMissingNode() || (author.isObject() && !author.hasNonNull("name"));
        return nameless ? Optional.empty() : Optional.of(Json.name("author", author));
    }

    private static String text(JsonNode json, String member) {
        return json.hasNonNull(member) ? Json.text(member, json.path(member)) : "";
    }
}
