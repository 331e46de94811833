package dev.epitome.corpus;

import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.article.PublicationDate;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An article on its way in. An optional member with a value that cannot be right is left out with a warning, since a
 * bad date is no reason to lose an article.
 */
final class Draft {

    private static final int DERIVED_TITLE = 90;
    private static final int LONGEST_PHRASE = 500;

    private final Article.Builder builder;
    private final List<String> warnings = new ArrayList<>();
    private final String summary;

    private Draft(String title, String summary) {
        this.builder = Article.titled(title);
        this.summary = summary;
    }

    /** A record that must bring its own title. */
    static Draft titled(String title, String summary) {
        return new Draft(title, summary);
    }

    /** Feeds and roundups allow entries without a title: those are named by the first words of their summary. */
    static Draft titledOrNamedBySummary(String title, String summary) {
        if (!CleanText.of(title).isEmpty() || CleanText.of(summary).isEmpty()) {
            return new Draft(title, summary);
        }
        Draft draft = new Draft(firstWords(CleanText.of(summary)), summary);
        draft.warn("has no title: named by the first words of its summary");
        return draft;
    }

    void id(String text) {
        if (fits("id", text, Article.MAX_ID)) {
            builder.id(text);
        }
    }

    /**
     * Many feeds repeat the link as the id. It then says nothing of its own, and an id made from the address makes the
     * entry the same article as one read from elsewhere.
     */
    void idUnlessAddress(String text, String url) {
        if (!text.strip().equals(url.strip())) {
            id(text);
        }
    }

    void url(String text) {
        if (text.isBlank()) {
            return;
        }
        if (Article.isWebAddress(text.strip())) {
            builder.url(text);
        } else {
            warn("url left out, not an absolute http(s) address: " + shortened(text));
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
            warn("published left out, not in a year of four digits: " + date);
        }
    }

    void published(String text) {
        if (!text.isBlank()) {
            PublicationDate.parse(text)
                    .ifPresentOrElse(
                            builder::published,
                            () -> warn("published left out, not a date, month or year: " + shortened(text)));
        }
    }

    void rank(int place) {
        if (place >= 1) {
            builder.rank(place);
        } else {
            warn("rank left out, below 1: " + place);
        }
    }

    void warn(String warning) {
        warnings.add(phrase(warning));
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

    List<String> warnings() {
        return warnings;
    }

    private boolean fits(String member, String text, int max) {
        int length = CleanText.of(text).length();
        if (length > max) {
            warn(member + " left out, it has " + length + " characters, more than " + max);
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
