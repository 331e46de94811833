package dev.epitome.article;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One article of the corpus, known by its summary. Immutable. Texts are clean: no control characters, no white space
 * but single spaces between words. Made by {@link #titled(String)}.
 *
 * @param id names the article for good, 1 to {@value #MAX_ID} characters; two records with the same id are the same
 *     article
 * @param title 1 to {@value #MAX_TITLE} characters
 * @param summary up to {@value #MAX_SUMMARY} characters; may be empty
 * @param url absolute http or https address of the article, up to {@value #MAX_URL} characters, none of them a space or
 *     a control character; the builder leaves out a name and password before the host, and marks of direction
 * @param source name of the publication, up to {@value #MAX_NAME} characters
 * @param authors names, in the order given, at most {@value #MAX_LIST}
 * @param type article, video, paper, tweet and so on, in lower case
 * @param tags topics, in the order given, at most {@value #MAX_LIST}
 * @param published when it came out, as precisely as is known; in a year of four digits
 * @param rank place in the roundup that it was read from, from 1
 */
public record Article(
        String id,
        String title,
        String summary,
        Optional<String> url,
        Optional<String> source,
        List<String> authors,
        Optional<String> type,
        List<String> tags,
        Optional<PublicationDate> published,
        OptionalInt rank) {

    public static final int MAX_ID = 512;
    public static final int MAX_TITLE = 1_000;
    public static final int MAX_SUMMARY = 100_000;
    public static final int MAX_URL = 4_000;
    public static final int MAX_NAME = 200;
    public static final int MAX_LIST = 100;

    private static final int LAST_YEAR = 9999;
    private static final String IN_ADDRESS = "[^\\s\\p{Z}\\p{Cc}\\p{Cs}]";
    private static final Pattern WEB_ADDRESS =
            Pattern.compile("https?://(?![/?#])" + IN_ADDRESS + "+", Pattern.CASE_INSENSITIVE);

    /**
     * Checks the rules above.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_ARTICLE} when one is broken; its message names the member
     */
    public Article {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(authors, "authors");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(tags, "tags");
        Objects.requireNonNull(published, "published");
        Objects.requireNonNull(rank, "rank");
        require(!title.isEmpty(), "title is empty");
        require(!id.isEmpty(), "id is empty");
        bound("id", id, MAX_ID);
        bound("title", title, MAX_TITLE);
        bound("summary", summary, MAX_SUMMARY);
        url.ifPresent(address -> require(
                isWebAddress(address), "url is not an absolute http(s) address of up to " + MAX_URL + " characters"));
        published.ifPresent(date -> require(isWritable(date), "published is not between the years 0 and " + LAST_YEAR));
        source.ifPresent(name -> bound("source", name, MAX_NAME));
        type.ifPresent(name -> bound("type", name, MAX_NAME));
        authors = names("authors", authors);
        tags = names("tags", tags);
        require(rank.isEmpty() || rank.getAsInt() >= 1, "rank is below 1");
    }

    /** Starts an article with the one member that it cannot do without. */
    public static Builder titled(String title) {
        Objects.requireNonNull(title, "title");
        return new Builder(title);
    }

    /** Whether the text can be the {@code url} of an article. */
    public static boolean isWebAddress(String text) {
        Objects.requireNonNull(text, "text");
        return text.length() <= MAX_URL
                && (isPlainAddress(text) || WEB_ADDRESS.matcher(text).matches());
    }

    /** Most are, and are told at a tenth of the cost: every article that is read has its address looked at. */
    private static boolean isPlainAddress(String text) {
        int from = text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : text.length();
        if (from == text.length() || "/?#".indexOf(text.charAt(from)) >= 0) {
            return false;
        }
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Whether the date can be the {@code published} of an article: other years have no form that is read again. */
    public static boolean isWritable(PublicationDate date) {
        Objects.requireNonNull(date, "date");
        return date.firstDay().getYear() >= 0 && date.firstDay().getYear() <= LAST_YEAR;
    }

    /** Whether an address pretends by a name before its host, or by marks of direction, to lead elsewhere. */
    public static boolean isMisleading(String url) {
        Objects.requireNonNull(url, "url");
        return !HarmlessAddress.of(url).equals(url);
    }

    /** What all addresses that lead to the same article have in common; none itself. */
    public static String sameAddress(String url) {
        Objects.requireNonNull(url, "url");
        return ArticleId.sameAddress(url);
    }

    /** The same article under another id. */
    public Article withId(String other) {
        return new Article(other, title, summary, url, source, authors, type, tags, published, rank);
    }

    /**
     * The same article under the id that it has where it comes with none: made from its address, or source and title.
     */
    public Article withoutId() {
        return withId(ArticleId.derive(url.orElse(null), source.orElse(null), title));
    }

    /** The same article under an id that is made of one that means something only where it was given. */
    public Article withOwnId(String giver, String ownId) {
        Objects.requireNonNull(giver, "giver");
        Objects.requireNonNull(ownId, "ownId");
        return withId(ArticleId.within(giver, ownId));
    }

    private static List<String> names(String member, List<String> names) {
        if (names.size() > MAX_LIST) {
            throw broken(member + " has " + names.size() + " entries, more than " + MAX_LIST);
        }
        names.forEach(name -> bound(member, name, MAX_NAME));
        return List.copyOf(names);
    }

    private static void bound(String member, String text, int max) {
        if (text.length() > max) {
            throw broken(member + " has " + text.length() + " characters, more than " + max);
        }
    }

    private static void require(boolean holds, String broken) {
        if (!holds) {
            throw broken(broken);
        }
    }

    private static EpitomeException broken(String rule) {
        return new EpitomeException(Kind.INVALID_ARTICLE, rule);
    }

    /** Gathers the members of an article, cleans their texts and makes the id where none is given. Not thread-safe. */
    public static final class Builder {
        private final String title;
        private String id = "";
        private String summary = "";
        private @Nullable String url;
        private @Nullable String source;
        private @Nullable String type;
        private List<String> authors = List.of();
        private List<String> tags = List.of();
        private @Nullable PublicationDate published;
        private OptionalInt rank = OptionalInt.empty();

        private Builder(String title) {
            this.title = CleanText.of(title);
        }

        /** Empty, as when never called: the id is made from the url, else from source and title. */
        public Builder id(String text) {
            Objects.requireNonNull(text, "text");
            this.id = CleanText.of(text);
            return this;
        }

        public Builder summary(String text) {
            Objects.requireNonNull(text, "text");
            this.summary = CleanText.of(text);
            return this;
        }

        public Builder url(String address) {
            Objects.requireNonNull(address, "address");
            this.url = HarmlessAddress.of(address.strip());
            return this;
        }

        public Builder source(String name) {
            Objects.requireNonNull(name, "name");
            this.source = CleanText.of(name);
            return this;
        }

        public Builder authors(List<String> names) {
            Objects.requireNonNull(names, "names");
            this.authors = cleanNames(names);
            return this;
        }

        public Builder type(String name) {
            Objects.requireNonNull(name, "name");
            this.type = CleanText.of(name).toLowerCase(java.util.Locale.ROOT);
            return this;
        }

        public Builder tags(List<String> names) {
            Objects.requireNonNull(names, "names");
            this.tags = cleanNames(names);
            return this;
        }

        public Builder published(PublicationDate date) {
            Objects.requireNonNull(date, "date");
            this.published = date;
            return this;
        }

        public Builder rank(int place) {
            this.rank = OptionalInt.of(place);
            return this;
        }

        /**
         * Makes the article.
         *
         * @throws EpitomeException of kind {@link Kind#INVALID_ARTICLE} when a rule of {@link Article} is broken
         */
        public Article build() {
            String name = id.isEmpty() ? ArticleId.derive(url, source, title) : id;
            return new Article(
                    name,
                    title,
                    summary,
                    nonEmpty(url),
                    nonEmpty(source),
                    authors,
                    nonEmpty(type),
                    tags,
                    Optional.ofNullable(published),
                    rank);
        }

        private static Optional<String> nonEmpty(@Nullable String text) {
            return Optional.ofNullable(text).filter(some -> !some.isEmpty());
        }

        private static List<String> cleanNames(List<String> names) {
            return names.stream()
                    .map(CleanText::of)
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
        }
    }
}
