package dev.epitome.corpus;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.article.Origin;
import dev.epitome.article.PublicationDate;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An article on its way in. An optional member with a value that cannot be right is left out with a warning, since a
 * bad date is no reason to lose an article.
 */
final class Draft {

    private static final int DERIVED_TITLE = 90;
    private static final int LONGEST_PHRASE = 500;

    private final Article.Builder builder;
    private final List<Warning> warnings = new ArrayList<>();
    private final String summary;
    private boolean named;
    private Optional<String> ownId = Optional.empty();
    private Optional<PublicationDate> saved = Optional.empty();
    private Optional<Origin> origin = Optional.empty();
    private boolean lasting;

    private Draft(String title, String summary) {
        this.builder = Article.titled(title);
        this.summary = summary;
    }

    /** Many an entry has no title: it is named by the first words of its summary. */
    static Draft titledOrNamedBySummary(String title, String summary) {
        String clean = CleanText.of(title);
        String text = clean.isEmpty() ? CleanText.of(summary) : "";
        if (clean.isEmpty() && text.isEmpty()) {
            throw new EpitomeException(Kind.INVALID_ARTICLE, "has no title, and no text to make one from");
        }
        Draft draft =
                new Draft(clean.isEmpty() ? firstWords(text) : CleanText.start(clean, Article.MAX_TITLE), summary);
        if (clean.isEmpty()) {
            draft.warn("has no title: the first words of its summary are used");
        } else if (clean.length() > Article.MAX_TITLE) {
            draft.warn("title cut to its first " + Article.MAX_TITLE + " characters");
        }
        return draft;
    }

    /** A name that people gave it, which is its id everywhere. */
    void id(String text) {
        if (fits("id", text, Article.MAX_ID)) {
            builder.id(text);
            named = !text.isBlank();
        }
    }

    boolean isNamed() {
        return named;
    }

    /** The id that an index knows the article by, which it keeps. */
    void lastingId(String text) {
        id(text);
        lasting = true;
    }

    boolean isLasting() {
        return lasting;
    }

    /** Where an index says that it was read from. */
    void origin(Origin known) {
        origin = Optional.of(known);
    }

    Optional<Origin> origin() {
        return origin;
    }

    /** About how many characters it holds. */
    int length() {
        return summary.length() + Article.MAX_NAME;
    }

    /** What the file itself calls the record: it distinguishes the records of this file, and need not mean more. */
    void ownId(String text) {
        ownId = Optional.of(text).filter(id -> !id.isBlank());
    }

    Optional<String> ownId() {
        return ownId;
    }

    /** When it was put on a list. */
    void saved(PublicationDate date) {
        saved = Optional.of(date);
    }

    Optional<PublicationDate> saved() {
        return saved;
    }

    void url(String text) {
        if (text.isBlank()) {
            return;
        }
        if (Article.isWebAddress(text.strip())) {
            if (Article.isMisleading(text.strip())) {
                warn("url without what could pass for its host", shortened(text));
            }
            builder.url(text);
        } else {
            warn("url left out, not an absolute http(s) address", shortened(text));
        }
    }

    void source(String name) {
        if (fits("source", name, Article.MAX_NAME)) {
            builder.source(name);
        }
    }

    void authors(List<String> names) {
        builder.authors(fitting("authors", names));
    }

    void type(String name) {
        if (fits("type", name, Article.MAX_NAME)) {
            builder.type(name);
        }
    }

    void tags(List<String> names) {
        builder.tags(fitting("tags", names));
    }

    void published(PublicationDate date) {
        if (Article.isWritable(date)) {
            builder.published(date);
        } else {
            warn("published left out, not in a year of four digits", date.toString());
        }
    }

    void rank(int place) {
        if (place >= 1) {
            builder.rank(place);
        } else {
            warn("rank left out, below 1", String.valueOf(place));
        }
    }

    void warn(String kind) {
        warn(kind, "");
    }

    void warn(String kind, String detail) {
        warnings.add(new Warning(kind, phrase(detail)));
    }

    /** Makes the article; throws as {@link Article.Builder#build()} does. */
    Article article() {
        String clean = CleanText.of(summary);
        if (clean.isEmpty()) {
            warn("summary is empty");
        }
        if (clean.length() > Article.MAX_SUMMARY) {
            warn("summary cut to its first " + Article.MAX_SUMMARY + " characters");
            clean = CleanText.start(clean, Article.MAX_SUMMARY);
        }
        return builder.summary(clean).build();
    }

    List<Warning> warnings() {
        return warnings;
    }

    private boolean fits(String member, String text, int max) {
        int length = CleanText.of(text).length();
        if (length > max) {
            warn(member + " left out, it has more than " + max + " characters", shortened(text));
        }
        return length <= max;
    }

    private List<String> fitting(String member, List<String> names) {
        List<String> fitting = names.stream()
                .map(CleanText::of)
                .filter(name -> !name.isEmpty())
                .distinct()
                .filter(name -> fits("one of the " + member, name, Article.MAX_NAME))
                .toList();
        if (fitting.size() <= Article.MAX_LIST) {
            return fitting;
        }
        warn(member + " cut to their first " + Article.MAX_LIST);
        return fitting.subList(0, Article.MAX_LIST);
    }

    private static String firstWords(String text) {
        if (text.length() <= DERIVED_TITLE) {
            return text;
        }
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int end = words.preceding(DERIVED_TITLE);
        return CleanText.start(text, end <= 0 ? DERIVED_TITLE : end).stripTrailing() + "…";
    }

    /** A message that may quote the input: it goes to terminals, and a line of it is enough. */
    static String phrase(String message) {
        return CleanText.start(CleanText.of(message), LONGEST_PHRASE);
    }

    static String shortened(String text) {
        return "\"" + CleanText.shortened(CleanText.of(text), 80) + "\"";
    }
}
