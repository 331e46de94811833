package dev.epitome.corpus;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that may be a title, without what newsletters put behind it.
 *
 * @param text the title itself
 * @param address empty where there is none
 * @param note the footnote that has the address; empty where there is none
 * @param kind such as {@code video}; empty where nothing is said
 * @param timed whether it says how long the reading takes
 * @param marked whether anything behind it says that it is a title
 */
record TitleLine(String text, String address, String note, String kind, boolean timed, boolean marked) {

    /** Longer lines are no titles, and no pattern is tried on them. */
    static final int LONGEST = 600;

    private static final int MAX_MARKS = 5;
    private static final String MINUTES =
            "(?:about |ca\\.? |~ ?)?\\d{1,3}(?: ?[-–] ?\\d{1,3})?\\+?[ -]?min(?:ute)?s?\\.?(?:[ -](?:read|reading|watch|listen|video|podcast|lesezeit)(?: time)?)?";
    private static final String READING =
            "\\d{1,3}(?: ?[-–] ?\\d{1,3})?\\+?[ -]?min(?:ute)?s?\\.?[ -](?:read|watch|listen|lesezeit)";
    private static final String KINDS =
            "github repo(?:sitory)?|repo|website|web app|app|tool|sponsor(?:ed)?|ad|video|podcast|paper|pdf|book|ebook|course"
                    + "|github|product|launch|(?:twitter |x )?thread|tweet|tutorial|demo|slides|interactive|article|blog|blog post";
    private static final Pattern MARK = Pattern.compile(
            "[(\\[] ?(?:(?<time>" + MINUTES + ")|(?<kind>" + KINDS + ")) ?[)\\]]$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_MARK =
            Pattern.compile("(?:(?<=\\s)|^)(?:[·•|–—-] ?)?" + READING + "$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTE = Pattern.compile("\\[(\\d{1,4})]$");
    private static final Pattern ADDRESS =
            Pattern.compile("[(<\\[]? ?(https?://[^\\s<>\\]]{1,2000}?) ?[)>\\]]?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern HALF_MARK =
            Pattern.compile("[(\\[] ?(?:\\d{1,3}(?:[ -]min(?:ute)?s?)?|github)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPENING = Pattern.compile("^(?:#{1,6} |[-*•▪‣·] )");
    private static final Pattern CLOSING = Pattern.compile("[ :–—|-]+$");

    /** Takes the marks off a line of single spaces. */
    static TitleLine of(String line) {
        if (line.length() > LONGEST) {
            return new TitleLine(line, "", "", "", false, false);
        }
        TitleLine title = new TitleLine(line, "", "", "", false, false);
        for (int i = 0; i < MAX_MARKS; i++) {
            Optional<TitleLine> shorter = title.withoutMark();
            if (shorter.isEmpty()) {
                break;
            }
            title = shorter.get();
        }
        if (!title.marked && title.address.isEmpty() && title.note.isEmpty()) {
            return title;
        }
        String bare =
                CLOSING.matcher(OPENING.matcher(title.text).replaceFirst("")).replaceFirst("");
        return title.with(bare.strip());
    }

    private Optional<TitleLine> withoutMark() {
        Matcher mark = MARK.matcher(text);
        if (mark.find()) {
            boolean time = mark.group("time") != null;
            String said = time ? kind : mark.group("kind").toLowerCase(Locale.ROOT);
            return Optional.of(new TitleLine(before(mark), address, note, said, timed || time, true));
        }
        Matcher bare = BARE_MARK.matcher(text);
        if (bare.find()) {
            return Optional.of(new TitleLine(before(bare), address, note, kind, true, true));
        }
        Matcher number = NOTE.matcher(text);
        if (number.find()) {
            return Optional.of(new TitleLine(before(number), address, number.group(1), kind, timed, marked));
        }
        Matcher link = ADDRESS.matcher(text);
        if (address.isEmpty() && link.find()) {
            return Optional.of(new TitleLine(before(link), link.group(1), note, kind, timed, marked));
        }
        return Optional.empty();
    }

    private String before(Matcher sign) {
        String before = text.substring(0, sign.start()).strip();
        // "Title (4 minute read): https://…"
        return before.endsWith("):") || before.endsWith("]:") ? before.substring(0, before.length() - 1) : before;
    }

    private TitleLine with(String bare) {
        return new TitleLine(bare, address, note, kind, timed, marked);
    }

    boolean isBlank() {
        return text.isEmpty();
    }

    boolean hasAddress() {
        return !address.isEmpty() || !note.isEmpty();
    }

    /** Whether the line breaks off within a mark, which the next line then ends. */
    static boolean breaksWithinMark(String line) {
        return line.length() <= LONGEST && HALF_MARK.matcher(line).find();
    }
}
