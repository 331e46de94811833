package dev.epitome.corpus;

import dev.epitome.article.Origin.Unit;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Tells a format by how its content begins; the name of the file counts only where the content says nothing. */
final class FormatDetector {

    /** How much of the input is looked at, in bytes. */
    static final int PREFIX = 1 << 16;

    private static final Pattern XML_START_TAG = Pattern.compile("<([\\w:]+)");
    private static final Pattern XML_SUBSET_END = Pattern.compile("]\\s*>");
    private static final String NO_FEED = "is XML or HTML, but neither RSS nor Atom";
    private static final String DOCTYPE = "<!DOCTYPE";

    /** What an input is. */
    sealed interface Detected {
        record Known(FormatReader reader, Unit unit) implements Detected {}

        record Empty() implements Detected {}

        record Unknown(String reason) implements Detected {}
    }

    private FormatDetector() {}

    /**
     * @param prefix the first bytes, up to {@link #PREFIX} of them, after any byte order mark
     * @param name of the file
     */
    static Detected detect(byte[] prefix, String name, RoundupReader roundups) {
        String text = new String(prefix, StandardCharsets.UTF_8).stripLeading();
        if (text.isEmpty()) {
            return new Detected.Empty();
        }
        if (startsAsUtf16(prefix)) {
            return new Detected.Unknown("is UTF-16 text: save it as UTF-8");
        }
        return switch (text.charAt(0)) {
            case '{' -> json(text);
            case '[' -> new Detected.Unknown("is a JSON array: give one object a line (jq -c '.[]' makes it so)");
            case '<' -> xml(text);
            default -> plainText(text, name, roundups);
        };
    }

    private static Detected json(String text) {
        if (isJsonFeed(text)) {
            return entries(new JsonFeedReader());
        }
        String firstLine = text.lines().findFirst().orElse("");
        return firstLine.strip().equals("{") && text.length() > firstLine.length()
                ? new Detected.Unknown("is JSON over several lines: give one object a line (jq -c . makes it so)")
                : lines(new JsonLinesReader());
    }

    private static Detected plainText(String text, String name, RoundupReader roundups) {
        String line = text.lines().findFirst().orElse("");
        if (RoundupReader.isHeader(line)) {
            return lines(roundups);
        }
        Optional<CsvTableReader> table = CsvTableReader.forHeader(line);
        if (table.isPresent()) {
            return lines(table.get());
        }
        String lowerName = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (lowerName.endsWith(".jsonl") || lowerName.endsWith(".ndjson")) {
            return lines(new JsonLinesReader());
        }
        return new Detected.Unknown(
                "holds no records in a known format (JSON Lines, roundup text, RSS or Atom, JSON Feed, CSV with a header)");
    }

    private static Detected xml(String text) {
        return switch (rootElement(text)) {
            case "rss", "feed", "rdf:rdf" -> entries(new FeedReader());
            case "html" -> new Detected.Unknown(NO_FEED);
            // Who declares entities may be up to something: the reader refuses it, and says at which line.
            default -> text.contains("<!ENTITY") ? entries(new FeedReader()) : new Detected.Unknown(NO_FEED);
        };
    }

    /** In lower case; empty where the text does not come so far. */
    private static String rootElement(String text) {
        // Not one pattern for it all: it would try every way to divide a run of comments before it gave up.
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("<?", at)) {
                at = after("?>", text, at);
            } else if (text.startsWith("<!--", at)) {
                at = after("-->", text, at);
            } else if (text.regionMatches(true, at, DOCTYPE, 0, DOCTYPE.length())) {
                at = afterDoctype(text, at);
            } else {
                break;
            }
        }
        Matcher root = XML_START_TAG.matcher(text).region(at, text.length());
        return root.lookingAt() ? root.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static int afterDoctype(String text, int at) {
        int end = after(">", text, at);
        int subset = text.indexOf('[', at);
        if (subset < 0 || subset > end) {
            return end;
        }
        Matcher subsetEnd = XML_SUBSET_END.matcher(text);
        return subsetEnd.find(subset) ? subsetEnd.end() : text.length();
    }

    private static int after(String mark, String text, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : at + mark.length();
    }

    private static boolean isJsonFeed(String text) {
        try (JsonParser json = Json.MAPPER.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String member = json.currentName();
                JsonToken value = json.nextToken();
                boolean says = member.equals("version") && json.getString().startsWith("https://jsonfeed.org/");
                if (says || (member.equals("items") && value == JsonToken.START_ARRAY)) {
                    return true;
                }
                json.skipChildren();
            }
        } catch (JacksonException e) {
            return false; // Cut off by the prefix, or no JSON: its reader will say.
        }
        return false;
    }

    private static boolean startsAsUtf16(byte[] prefix) {
        return prefix.length >= 2
                && ((prefix[0] == (byte) 0xFF && prefix[1] == (byte) 0xFE)
                        || (prefix[0] == (byte) 0xFE && prefix[1] == (byte) 0xFF));
    }

    private static Detected lines(FormatReader reader) {
        return new Detected.Known(reader, Unit.LINE);
    }

    private static Detected entries(FormatReader reader) {
        return new Detected.Known(reader, Unit.ENTRY);
    }
}
