package dev.epitome.corpus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * XML with its commonest faults fixed, so that what a fault touches is all that it costs: characters that XML does not
 * allow are left out, an ampersand that is not escaped is one, and a document type is passed over, never resolved.
 * Places within the text move by no more than that; lines do not.
 */
final class XmlText {

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z][A-Za-z0-9]{0,31}));");
    private static final Pattern FIVE = Pattern.compile("&(?:amp|lt|gt|quot|apos);");
    private static final char FIRST_C1 = 0x80;
    private static final char LAST_C1 = 0x9F;
    private static final String DOCTYPE = "<!DOCTYPE";

    private final String text;
    private final StringBuilder fixed;
    private boolean declared;
    private final Map<String, long[]> faults = new LinkedHashMap<>();

    private XmlText(String text) {
        this.text = text;
        this.fixed = new StringBuilder(text.length() + 64);
    }

    /** The text as a parser may have it; what was fixed is noted. */
    static String fixed(String text, FileEntries entries) {
        XmlText xml = new XmlText(text.startsWith("\uFEFF") ? text.substring(1) : text);
        xml.fix();
        xml.faults.forEach((kind, fault) ->
                entries.note(fault[0], "not well-formed, fixed: " + kind, fault[1] == 1 ? "" : fault[1] + " times"));
        return xml.fixed.toString();
    }

    private void fix() {
        int at = 0;
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (sign == '<' && text.startsWith("<![CDATA[", at)) {
                at = copy(at, "]]>");
            } else if (sign == '<' && text.startsWith("<!--", at)) {
                at = copy(at, "-->");
            } else if (sign == '<' && !declared && text.regionMatches(true, at, DOCTYPE, 0, DOCTYPE.length())) {
                declared = true; // There is one at most: looking for the end of each would take its time.
                at = passOver(at, FormatDetector.afterDoctype(text, at));
            } else if (sign == '&') {
                at = reference(at);
            } else {
                take(at++);
            }
        }
    }

    private int copy(int from, String end) {
        int found = text.indexOf(end, from);
        int until = found < 0 ? text.length() : found + end.length();
        for (int at = from; at < until; at++) {
            take(at);
        }
        return until;
    }

    private int passOver(int from, int until) {
        for (int at = from; at < until; at++) {
            if (text.charAt(at) == '\n') {
                fixed.append('\n');
            }
        }
        return until;
    }

    private void take(int at) {
        char sign = text.charAt(at);
        if (sign >= FIRST_C1 && sign <= LAST_C1) {
            // These are never control characters: they are of windows-1252, and passed through something that knew it
            // not.
            fixed.append(new String(new byte[] {(byte) sign}, Encoding.WINDOWS_1252));
            return;
        }
        boolean allowed = sign >= ' ' || sign == '\n' || sign == '\r' || sign == '\t';
        if (allowed && sign != '\uFFFE' && sign != '\uFFFF') {
            fixed.append(sign);
        } else {
            fault("a character that XML does not allow is left out", at);
            fixed.append(' ');
        }
    }

    private int reference(int at) {
        Matcher reference = REFERENCE.matcher(text).region(at, text.length());
        if (!reference.lookingAt()) {
            fault("an ampersand is not escaped", at);
            fixed.append("&amp;");
            return at + 1;
        }
        boolean named =
                reference.group(1) != null && !FIVE.matcher(reference.group()).matches();
        if (named) {
            String meant = Parser.unescapeEntities(reference.group(), false);
            boolean known = !meant.equals(reference.group());
            fault(known ? "an HTML entity is not declared" : "an entity is not declared", at);
            fixed.append(known ? meant : "&amp;" + reference.group().substring(1));
        } else {
            fixed.append(reference.group());
        }
        return reference.end();
    }

    private void fault(String kind, int at) {
        faults.computeIfAbsent(kind, some -> new long[] {line(at), 0})[1]++;
    }

    private long line(int end) {
        return text.substring(0, end).chars().filter(sign -> sign == '\n').count() + 1;
    }
}
