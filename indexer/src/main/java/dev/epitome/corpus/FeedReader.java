package dev.epitome.corpus;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.DCSubject;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import dev.epitome.article.PublicationDate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdom2.input.JDOMParseException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;

/**
 * RSS and Atom in all their versions, through Rome. A feed is one document: it is held whole, up to
 * {@link WholeFile#MAX_BYTES}.
 */
final class FeedReader implements FormatReader {

    @Override
    public void read(InputStream in, FileEntries entries) throws IOException {
        SyndFeed feed;
        try {
            feed = new SyndFeedImpl(new FeedParser().build(new InputSource(WholeFile.bounded(in))));
        } catch (FeedException | IllegalArgumentException e) {
            WholeFile.rethrowReadFailure(e);
            entries.rejectLine(line(e), "not a readable RSS or Atom feed: " + reason(e));
            return;
        }
        entries.digest(HtmlText.of(orEmpty(feed.getTitle())));
        long number = 0;
        for (SyndEntry entry : feed.getEntries()) {
            entries.add(++number, () -> draft(feed, entry));
        }
    }

    private static Draft draft(SyndFeed feed, SyndEntry entry) {
        Draft draft = Draft.titledOrNamedBySummary(words(feed, entry.getTitleEx()), summary(feed, entry));
        String url = orEmpty(entry.getLink());
        draft.idUnlessAddress(orEmpty(entry.getUri()), url);
        draft.url(url);
        SyndFeed source = entry.getSource() == null ? feed : entry.getSource();
        draft.source(HtmlText.of(orEmpty(source.getTitle())));
        draft.authors(authors(feed, entry));
        draft.tags(tags(entry));
        Date date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        if (date != null) {
            draft.published(PublicationDate.ofDay(LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC)));
        }
        return draft;
    }

    private static String summary(SyndFeed feed, SyndEntry entry) {
        Stream<SyndContent> contents =
                Stream.concat(Stream.ofNullable(entry.getDescription()), entry.getContents().stream());
        return contents.map(content -> words(feed, content))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** In Atom, text is HTML only where it says so; RSS cannot say, and has HTML everywhere. */
    private static String words(SyndFeed feed, @Nullable SyndContent content) {
        String value = content == null ? "" : orEmpty(content.getValue());
        boolean plain = isAtom(feed)
                && content != null
                && (content.getType() == null || content.getType().equals("text"));
        return plain ? value : HtmlText.of(value);
    }

    /** In Atom, the authors of the feed are those of an entry that names none. */
    private static List<String> authors(SyndFeed feed, SyndEntry entry) {
        List<String> names = names(entry.getAuthors());
        if (names.isEmpty() && isAtom(feed)) {
            return names(feed.getAuthors());
        }
        return names.isEmpty() ? List.of(orEmpty(entry.getAuthor())) : names;
    }

    private static List<String> names(List<SyndPerson> persons) {
        return persons.stream()
                .map(SyndPerson::getName)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> tags(SyndEntry entry) {
        // RSS 1.0 has no categories of its own, but the subjects of Dublin Core.
        Stream<String> subjects = entry.getModule(DCModule.URI) instanceof DCModule core
                ? core.getSubjects().stream().map(DCSubject::getValue)
                : Stream.of();
        return Stream.concat(entry.getCategories().stream().map(SyndCategory::getName), subjects)
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean isAtom(SyndFeed feed) {
        return "atom_1.0".equals(feed.getFeedType());
    }

    private static long line(Exception e) {
        return e.getCause() instanceof JDOMParseException parse ? Math.max(1, parse.getLineNumber()) : 1;
    }

    private static String reason(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof UnsupportedEncodingException) {
            return "no known encoding: " + cause.getMessage();
        }
        return String.valueOf(cause.getMessage()).replaceFirst("^Error on line \\d+: ", "");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
