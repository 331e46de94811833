package dev.epitome.corpus;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/**
 * The words of a text that may hold HTML without saying so. What looks like a tag and is none, such as {@code Vec<T>},
 * is part of the words: a tag is known by its name and, unless it stands alone by nature, by its other half.
 */
final class Markup {

    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9:-]*+)((?:\\s[^<>]*+)?/?)>");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    /** Tags that mark up words in a line of text, or break it. */
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "big", "br", "cite", "code", "del", "dfn", "div", "em", "font", "h1", "h2",
            "h3", "h4", "i", "img", "ins", "kbd", "mark", "nobr", "p", "q", "s", "samp", "small", "span", "strike",
            "strong", "sub", "sup", "tt", "u", "var", "wbr");

    /** Within these HTML knows no markup, and without their end it would know none to the end of the text. */
    private static final Set<String> RAW =
            Set.of("iframe", "noembed", "noframes", "plaintext", "xmp", "textarea", "title", "script", "style");

    private static final Set<String> HIDDEN = Set.of("script", "style");

    private static final Set<String> ALONE = Set.of("br", "hr", "img", "wbr", "input", "p", "li");
    private static final Set<String> ALONE_IN_A_LINE = Set.of("br", "img", "wbr");

    private Markup() {}

    /** A title or a name: only inline tags are removed. */
    static String line(String text) {
        if (isPlain(text)) {
            return text;
        }
        Set<String> ended = new HashSet<>();
        Set<String> begun = new HashSet<>();
        halves(text, begun, ended);
        StringBuilder words = new StringBuilder();
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            String name = name(tag);
            boolean dress = INLINE.contains(name)
                    && ((begun.contains(name) && ended.contains(name)) || ALONE_IN_A_LINE.contains(name));
            boolean breaks = name.equals("br") || name.equals("p") || name.equals("div");
            String kept = breaks ? " " : "";
            tag.appendReplacement(words, Matcher.quoteReplacement(dress ? kept : tag.group()));
        }
        tag.appendTail(words);
        return decoded(words.toString());
    }

    /** A text of any length, which is read as HTML where it holds any. */
    static String text(String text) {
        if (isPlain(text)) {
            return text;
        }
        return isHtml(text) ? html(text) : decoded(text);
    }

    /** The words of HTML as a browser would show them, and what is no tag as it stands. */
    static String html(String html) {
        return isPlain(html)
                ? html
                : Jsoup.parseBodyFragment(withUnknownTagsEscaped(html)).text();
    }

    private static boolean isPlain(String text) {
        return text.indexOf('<') < 0 && text.indexOf('&') < 0;
    }

    private static boolean isHtml(String text) {
        Set<String> ended = new HashSet<>();
        Set<String> begun = new HashSet<>();
        halves(text, begun, ended);
        boolean paired = begun.stream().anyMatch(ended::contains);
        return paired || begun.stream().anyMatch(ALONE::contains) || hasAttribute(text) || hasComment(text);
    }

    private static boolean hasAttribute(String text) {
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            if (hasAttribute(tag)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasAttribute(Matcher tag) {
        return tag.group(3).contains("=\"") || tag.group(3).contains("='");
    }

    private static boolean hasComment(String text) {
        int start = text.indexOf("<!--");
        return (start >= 0 && text.indexOf("-->", start) >= 0) || text.contains("<![CDATA[");
    }

    private static void halves(String text, Set<String> begun, Set<String> ended) {
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            (tag.group(1).isEmpty() ? begun : ended).add(name(tag));
        }
    }

    /** Escapes what is no tag of HTML and has no other half. */
    private static String withUnknownTagsEscaped(String html) {
        Set<String> ended = new HashSet<>();
        halves(html, new HashSet<>(), ended);
        StringBuilder known = new StringBuilder(html.length() + 64);
        Matcher tag = TAG.matcher(html);
        int at = 0;
        for (int sign = html.indexOf('<'); sign >= 0; sign = html.indexOf('<', at)) {
            known.append(html, at, sign);
            at = sign + 1;
            boolean declares = html.startsWith("!", at) || html.startsWith("?", at);
            if (declares) {
                known.append('<');
            } else if (tag.region(sign, html.length()).lookingAt() && !isUnknown(tag, ended)) {
                known.append(swallows(name(tag), ended) ? " " : tag.group());
                at = tag.end();
            } else {
                known.append("&lt;");
            }
        }
        return known.append(html, at, html.length()).toString();
    }

    private static boolean isUnknown(Matcher tag, Set<String> ended) {
        String name = name(tag);
        return !Tag.isKnownTag(name) && !ended.contains(name) && !hasAttribute(tag);
    }

    private static boolean swallows(String name, Set<String> ended) {
        return RAW.contains(name) && (!HIDDEN.contains(name) || !ended.contains(name));
    }

    private static String name(Matcher tag) {
        return tag.group(2).toLowerCase(Locale.ROOT);
    }

    /** Only what ends with its semicolon: {@code R&D} and {@code ?a=1&copy=2} are as they stand. */
    private static String decoded(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Parser.unescapeEntities(found.group(), false)));
    }
}
