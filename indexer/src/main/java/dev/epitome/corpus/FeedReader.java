package dev.epitome.corpus;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.epitome.article.PublicationDate;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdom2.input.JDOMParseException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;

/**
 * RSS and Atom in all their versions, through Rome. A document type declaration is refused, and with it every entity
 * bomb and every external entity. A feed is one document: it is held whole, up to {@link WholeFile#MAX_BYTES}.
 */
final class FeedReader implements FormatReader {

    @Override
    public void read(InputStream in, FileEntries entries) throws IOException {
        SyndFeed feed;
        try {
            SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
            input.setAllowDoctypes(false);
            // The healer would read through a plain reader of its own and lose the encoding.
            input.setXmlHealerOn(false);
            feed = input.build(new InputSource(WholeFile.bounded(in)));
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
        Draft draft = Draft.titledOrNamedBySummary(HtmlText.of(orEmpty(entry.getTitle())), summary(entry));
        String url = orEmpty(entry.getLink());
        draft.idUnlessAddress(orEmpty(entry.getUri()), url);
        draft.url(url);
        SyndFeed source = entry.getSource() == null ? feed : entry.getSource();
        draft.source(HtmlText.of(orEmpty(source.getTitle())));
        draft.authors(authors(entry));
        draft.tags(entry.getCategories().stream()
                .map(SyndCategory::getName)
                .filter(Objects::nonNull)
                .toList());
        Date date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        if (date != null) {
            draft.published(PublicationDate.ofDay(LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC)));
        }
        return draft;
    }

    private static String summary(SyndEntry entry) {
        Stream<SyndContent> contents =
                Stream.concat(Stream.ofNullable(entry.getDescription()), entry.getContents().stream());
        return contents.map(SyndContent::getValue)
                .filter(Objects::nonNull)
                .map(HtmlText::of)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static List<String> authors(SyndEntry entry) {
        List<String> names = entry.getAuthors().stream()
                .map(SyndPerson::getName)
                .filter(Objects::nonNull)
                .toList();
        return names.isEmpty() ? List.of(orEmpty(entry.getAuthor())) : names;
    }

    private static long line(Exception e) {
        return e.getCause() instanceof JDOMParseException parse ? Math.max(1, parse.getLineNumber()) : 1;
    }

    private static String reason(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage()).replaceFirst("^Error on line \\d+: ", "");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
