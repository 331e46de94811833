package dev.epitome.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What kind of list a text is. Instructions, papers and licences have numbers, too: where that is open it is none. */
enum TextListKind {
    NUMBERED,
    /** With a blank line before each item. */
    NUMBERED_SPACED,
    /** A newsletter whose titles say how long the reading takes, or the like. */
    MARKED,
    /** A newsletter whose items have addresses. */
    ADDRESSED,
    NONE;

    private static final int LOOKED_AT = 1 << 15;
    private static final int MAX_PREAMBLE = 25;
    private static final int LONGEST_LINE = 20_000;
    private static final int SENTENCE = 15;
    private static final int USUAL_TEXT = 1_500;
    private static final int LONGEST_TEXT = 2_500;

    /** About as long is an address. */
    private static final int ADDRESS = 30;

    private static final Pattern NUMBER = Pattern.compile("\\s{0,20}#?\\d");
    private static final Pattern MINUTES = Pattern.compile("\\d ?-?min", Pattern.CASE_INSENSITIVE);
    private static final Pattern READ =
            Pattern.compile("\\d[ -]?min(?:ute)?s?\\.?[ -](?:read|watch|listen|lesezeit)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOG = Pattern.compile(
            "commit [0-9a-f]{7,40}\\b|Author: |\\d{4}-\\d\\d-\\d\\d(?: \\s|[T ]\\d\\d:)|\\s+\\* [\\w./-]+[:,]");
    private static final Pattern CODE = Pattern.compile(
            "```.*|\\$ \\w.*|(?:sudo|npm|npx|yarn|pip3?|git|docker|kubectl|curl|brew|cargo|mvn|make|apt(?:-get)?|cd|mkdir) [\\w./-].{0,200}|.*[;{}]|<(?!https?:)[\\w!/].*>|#include .*|import [\\w.]+");
    private static final Pattern LEGAL = Pattern.compile(
            "(?i)\\bhereby grant|without warranty|redistribut|herein(?:after)?\\b|\\bthese terms\\b|you agree|this agreement|\\bthe parties\\b|merchantability");
    private static final Pattern SUBSECTION = Pattern.compile("\\s{0,8}\\d{1,3}\\.\\d{1,3}\\.? .*");
    private static final Set<String> CHAPTERS =
            Set.of(("introduction|conclusion|conclusions|references|abstract|definitions|prerequisites|"
                            + "installation|related work|methods|methodology|results|discussion|background|overview|"
                            + "usage|requirements|scope|purpose|getting started|configuration|setup|contributing|"
                            + "license|licence|acknowledgements|motivation|evaluation|future work|summary|goals|"
                            + "non-goals|attendees|agenda|action items|next steps|open questions|ingredients")
                    .split("\\|"));
    private static final Set<String> STEPS =
            Set.of(("install|run|open|click|add|create|download|clone|go|set|select|copy|make|use|check|"
                            + "mix|preheat|bake|stir|cut|pour|place|remove|press|choose|enter|type|edit|start|stop|"
                            + "restart|navigate|visit|log|sign|configure|update|put|turn|wait|save|fork|commit|push|"
                            + "build|test|verify|ensure|connect|insert|paste|unzip|extract|import|export|enable|"
                            + "disable|deploy|whisk|chop|boil|cook|heat|serve|submit|read|write|call|ask|take|get|"
                            + "find|fill|define|review")
                    .split("\\|"));

    static TextListKind of(String headText) {
        String looked = headText.substring(0, Math.min(headText.length(), LOOKED_AT));
        List<String> lines =
                looked.lines().filter(line -> line.length() <= LONGEST_LINE).toList();
        long filled = lines.stream().filter(line -> !line.isBlank()).count();
        long code = lines.stream()
                .map(String::strip)
                .filter(line -> line.length() < 300 && CODE.matcher(line).matches())
                .count();
        if (filled < 4 || code * 8 > filled) {
            return NONE;
        }
        if (isMarked(lines)) {
            return MARKED;
        }
        boolean numbers = lines.stream()
                        .filter(line -> NUMBER.matcher(line).lookingAt())
                        .limit(2)
                        .count()
                == 2;
        TextListKind numbered = numbers && !LEGAL.matcher(looked).find() ? numbered(lines, code) : NONE;
        return numbered == NONE && isAddressed(lines) ? ADDRESSED : numbered;
    }

    private static TextListKind numbered(List<String> lines, long code) {
        if (lines.stream().filter(line -> SUBSECTION.matcher(line).matches()).count() >= 2) {
            return NONE;
        }
        List<ListedItem> dense = numbered(lines, false);
        List<ListedItem> spaced = numbered(lines, true);
        boolean isSpaced = spaced.size() >= dense.size();
        List<ListedItem> items = isSpaced ? spaced : dense;
        if (items.size() < 2 || before(lines, items.getFirst()) > MAX_PREAMBLE) {
            return NONE;
        }
        if (items.stream().anyMatch(item -> item.title().matches("\\d{1,9}"))) {
            return NONE; // A roundup repeats the number.
        }
        long good = items.stream().filter(TextListKind::isArticle).count();
        boolean most = good >= 2 && good * 3 >= items.size() * 2L - 1;
        boolean sure = count(items, ListedItem::hasFacts) * 2 >= items.size();
        boolean steps = count(items, TextListKind::isStep) * 2 >= items.size() || code > 0;
        boolean chapters = count(items, item -> CHAPTERS.contains(item.title().toLowerCase(Locale.ROOT))) > 0;
        long words =
                items.stream().mapToLong(item -> item.title().split(" ").length).sum();
        long text = items.stream().mapToLong(ListedItem::textLength).sum() / items.size();
        boolean doubtful = steps || chapters || words < 3L * items.size() || text > USUAL_TEXT;
        sure &= text <= LONGEST_TEXT;
        return most && (sure || !doubtful) ? isSpaced ? NUMBERED_SPACED : NUMBERED : NONE;
    }

    private static List<ListedItem> numbered(List<String> lines, boolean spaced) {
        List<ListedItem> items = new ArrayList<>();
        NumberedText text = new NumberedText(spaced, Optional.empty(), items::add);
        for (int i = 0; i < lines.size(); i++) {
            text.line(i + 1L, lines.get(i));
        }
        text.finish();
        return items;
    }

    private static long before(List<String> lines, ListedItem first) {
        return lines.stream()
                .limit(first.line() - 1)
                .filter(line -> !line.isBlank())
                .count();
    }

    private static boolean isArticle(ListedItem item) {
        String title = item.title();
        boolean plain = !item.isWrapped() && !title.isEmpty() && title.length() <= 250 && TextLines.begins(title);
        boolean sentence = !title.isEmpty() && !TextLines.isShort(title);
        return plain && (item.hasFacts() || (item.hasSentence() && !sentence));
    }

    private static boolean isStep(ListedItem item) {
        return STEPS.contains(item.title().split("[ :,]", 2)[0].toLowerCase(Locale.ROOT));
    }

    private static boolean isMarked(List<String> lines) {
        List<String> times = lines.stream()
                .filter(line -> line.length() <= TitleLine.LONGEST
                        && MINUTES.matcher(line).find())
                .limit(1)
                .toList();
        if (times.isEmpty()) {
            return false;
        }
        List<ListedItem> items = newsletter(lines, true).stream()
                .filter(item -> item.textLength() >= SENTENCE)
                .toList();
        long timed = count(items, item -> item.titleLine().timed());
        long marked = count(items, item -> item.titleLine().marked());
        // "(10 min)" stands behind the steps of recipes and the points of agendas, too.
        boolean read = lines.stream()
                .anyMatch(line ->
                        line.length() <= TitleLine.LONGEST && READ.matcher(line).find());
        return read ? timed >= 2 || (timed >= 1 && marked >= 2) : timed >= 2 && count(items, ListedItem::hasUrl) >= 2;
    }

    private static boolean isAddressed(List<String> lines) {
        boolean addresses =
                lines.stream().filter(line -> line.contains("://")).limit(3).count() == 3;
        if (!addresses
                || lines.stream()
                                .filter(line -> LOG.matcher(line).lookingAt())
                                .limit(3)
                                .count()
                        == 3) {
            return false;
        }
        List<ListedItem> items = newsletter(lines, false);
        List<ListedItem> addressed = items.stream()
                .filter(item -> item.hasUrl() && item.textLength() >= SENTENCE && TextLines.begins(item.title()))
                .toList();
        long all = lines.stream().mapToLong(line -> line.strip().length()).sum();
        long covered = addressed.stream()
                .mapToLong(item -> item.title().length() + item.textLength() + ADDRESS)
                .sum();
        boolean most = addressed.size() * 10L >= items.size() * 7L && covered * 2 >= all;
        return addressed.size() >= 3 && most && addressed.stream().allMatch(item -> item.textLength() <= LONGEST_TEXT);
    }

    private static List<ListedItem> newsletter(List<String> lines, boolean marked) {
        List<ListedItem> items = new ArrayList<>();
        NewsletterText text = new NewsletterText(marked, Optional.empty(), items::add);
        for (int i = 0; i < lines.size(); i++) {
            text.line(i + 1L, lines.get(i));
        }
        text.finish();
        return items;
    }

    private static long count(List<ListedItem> items, Predicate<ListedItem> sign) {
        return items.stream().filter(sign).count();
    }
}
