package dev.epitome.corpus;

import dev.epitome.article.Article;
import dev.epitome.corpus.LineReader.Line;
import dev.epitome.corpus.RoundupReader.Roundup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One item of a roundup: a label, perhaps a byline, then paragraphs of which the first is the title (tweets have none)
 * and the others are the summary.
 */
final class RoundupItem {

    private static final String TWEET = "tweet";
    private static final int LONGEST_TITLE = 250;
    private static final int LONGEST_BYLINE = 500;
    private static final String AVATAR = "Avatar of ";
    private static final Pattern BYLINE = Pattern.compile(
            "(?:" + AVATAR + ")?(?<who>.+?)\\s*·\\s*(?:now|(?<count>\\d{1,4})(?<unit>[mhdwy]))(?:\\s*·\\s*RT @.*)?");
    private static final Pattern HANDLE = Pattern.compile("^[a-z0-9_.-]+");
    private static final Pattern SENTENCE_END = Pattern.compile("(?s).*[.!?…。！？][\\p{Pe}\\p{Pf}\"'*]*");

    private final long line;
    private final int rank;
    private final List<String> lines = new ArrayList<>();
    private long lastLine;
    private long kept;
    private boolean broken;
    private boolean unfinished;

    RoundupItem(long line, int rank) {
        this.line = line;
        this.lastLine = line;
        this.rank = rank;
    }

    int rank() {
        return rank;
    }

    /** The last line with text. */
    long lastLine() {
        return lastLine;
    }

    void add(Line source, String text) {
        broken |= source instanceof Line.Broken;
        boolean secondBlank =
                text.isEmpty() && !lines.isEmpty() && lines.getLast().isEmpty();
        // Of an endless item no more is held than it takes for its summary to be cut.
        if (!secondBlank && kept <= 2 * Article.MAX_SUMMARY) {
            lines.add(text);
            kept += text.length() + 1;
        }
        if (!text.isEmpty()) {
            lastLine = source.number();
        }
    }

    /**
     * Tells the item that the whole text ends with it, perhaps in mid-word, and asks whether it seems so. A tweet may
     * end anyhow, and a title has no full stop: only a summary can tell, or the beginning of another item, which is
     * then taken off this one.
     */
    boolean endsCut() {
        unfinished = true;
        if (endsWithStartOfNext()) {
            lines.removeLast();
            return true;
        }
        Parts parts = parts();
        return !parts.label().equals(TWEET)
                && !parts.summary().isEmpty()
                && !SENTENCE_END.matcher(parts.summary()).matches();
    }

    private boolean endsWithStartOfNext() {
        String next = (rank + 1) + ". " + (rank + 1);
        int size = lines.size();
        return size > 1
                && lines.get(size - 2).isEmpty()
                && !lines.getLast().isEmpty()
                && next.startsWith(lines.getLast());
    }

    void addTo(FileEntries entries, Roundup roundup) {
        if (broken) {
            entries.reject(line, "item " + rank + " has a line that cannot be read");
            return;
        }
        Parts parts = parts();
        if (parts.title().isEmpty() && parts.summary().isEmpty()) {
            entries.reject(line, "item " + rank + " has neither title nor summary");
            return;
        }
        Draft draft = Draft.titledOrNamedBySummary(parts.title(), parts.summary());
        draft.type(parts.label());
        draft.rank(rank);
        if (unfinished && parts.summary().isEmpty()) {
            draft.warn("the text stops after its title, or in it");
        }
        Optional<Matcher> byline = parts.byline();
        draft.source(byline.map(who -> name(who, roundup)).orElse(roundup.source()));
        byline.map(age -> age.group("unit") == null
                        ? roundup.published(0, "")
                        : roundup.published(Integer.parseInt(age.group("count")), age.group("unit")))
                .orElse(roundup.period())
                .ifPresent(draft::published);
        entries.add(line, () -> draft);
    }

    private record Parts(String label, Optional<Matcher> byline, String title, String summary) {}

    private Parts parts() {
        List<String> filled = lines.stream().filter(text -> !text.isEmpty()).toList();
        String label = filled.isEmpty() ? "" : filled.getFirst().toLowerCase(Locale.ROOT);
        Optional<Matcher> byline = filled.stream()
                .skip(1)
                .limit(1)
                .filter(text -> text.length() <= LONGEST_BYLINE)
                .map(BYLINE::matcher)
                .filter(Matcher::matches)
                .findFirst();
        // Between label and title there is a blank line, between label and byline none.
        boolean cutByline = byline.isEmpty()
                && filled.size() == 2
                && (filled.getLast().startsWith(AVATAR) || (unfinished && lines.indexOf(filled.getLast()) == 1));
        List<String> paragraphs = paragraphs(byline.isPresent() || cutByline ? 2 : 1);
        boolean untitled = label.equals(TWEET)
                || (paragraphs.size() == 1 && paragraphs.getFirst().length() > LONGEST_TITLE);
        String title = untitled || paragraphs.isEmpty() ? "" : paragraphs.getFirst();
        String summary = paragraphs.stream().skip(untitled ? 0 : 1).collect(Collectors.joining(" "));
        return new Parts(label, byline, title, summary);
    }

    /** The text after that many filled lines, its lines joined where no blank one stands between them. */
    private List<String> paragraphs(int filledLinesBefore) {
        List<StringJoiner> paragraphs = new ArrayList<>();
        int filled = 0;
        boolean open = false;
        for (String text : lines) {
            if (text.isEmpty() || filled++ < filledLinesBefore) {
                open = false;
                continue;
            }
            if (!open) {
                paragraphs.add(new StringJoiner(" "));
                open = true;
            }
            paragraphs.getLast().add(text);
        }
        return paragraphs.stream().map(StringJoiner::toString).toList();
    }

    /**
     * In the byline the handle and the name touch: {@code bytebytegoByteByteGo}. A handle is mostly its name in other
     * letters, or the name is the roundup's own, or the handle is what comes before the first capital.
     */
    private static String name(Matcher byline, Roundup roundup) {
        String both = byline.group("who").strip();
        if (!byline.group().startsWith(AVATAR)) {
            return both;
        }
        Stream<String> byLikeness = Stream.iterate(1, at -> at < both.length(), at -> at + 1)
                .filter(at -> Member.plain(both.substring(0, at)).equals(Member.plain(both.substring(at))))
                .map(at -> both.substring(at).strip());
        Stream<String> byRoundup = Stream.of(roundup.source())
                .filter(name -> !name.isEmpty() && both.endsWith(name) && both.length() > name.length());
        Stream<String> byCapital = Stream.of(HANDLE.matcher(both).replaceFirst(""));
        return Stream.of(byLikeness, byRoundup, byCapital)
                .flatMap(candidates -> candidates)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(both);
    }
}
