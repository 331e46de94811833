package dev.epitome.wire;

import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.article.PublicationDate;
import dev.epitome.article.PublicationDate.Precision;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A search to be told as a feed.
 *
 * @param query any text
 * @param digest the same for the same search, whoever asks for it and where
 * @param self where the feed is, percent-encoded
 * @param page the same search for people, percent-encoded; empty where there is no page for them
 * @param root what the routes of the service begin with
 * @param changedAt when the articles of the index came to be what they are
 */
public record Feed(
        String query,
        String digest,
        String self,
        Optional<String> page,
        String root,
        Instant changedAt,
        List<Entry> entries) {

    private static final int SHOWN = 200;

    public Feed {
        self = WebText.address(self);
        page = page.map(WebText::address);
        entries = List.copyOf(entries);
    }

    /**
     * An article of a feed.
     *
     * @param readAt when its record was read: an article that has no date is dated by it
     */
    public record Entry(Article article, Instant readAt) {

        String id() {
            return "urn:epitome:article:" + WebText.percentEncoded(article.id());
        }

        /** Where to read it; what we know of it, where it has no address. */
        String link(String root) {
            return article.url()
                    .map(WebText::address)
                    .orElseGet(() -> root + "/v1/articles/" + WebText.percentEncoded(article.id()));
        }

        /** Feeds know only points in time: a month or a year is none. */
        Optional<Instant> published() {
            return article.published()
                    .filter(date -> date.precision() == Precision.DAY)
                    .map(Entry::start);
        }

        /** The first moment at which it may have come out. */
        Optional<Instant> earliest() {
            return article.published().map(Entry::start);
        }

        Instant updated() {
            return earliest().orElse(readAt);
        }

        /** Who wrote it, or else where it came out. */
        List<String> authors() {
            return article.authors().isEmpty() ? article.source().stream().toList() : article.authors();
        }

        private static Instant start(PublicationDate date) {
            return date.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    String id() {
        return "urn:epitome:search:" + digest;
    }

    String title() {
        String shown = CleanText.shortened(CleanText.of(query), SHOWN);
        return shown.isEmpty() ? "Epitome" : "Epitome: " + shown;
    }

    Instant updated() {
        return entries.stream()
                .map(Entry::updated)
                .max(Comparator.naturalOrder())
                .orElse(changedAt);
    }
}
