package dev.epitome.wire;

import dev.epitome.query.QueryLanguage;
import dev.epitome.search.ArticleField;
import dev.epitome.search.Cursor;
import dev.epitome.search.Facet;
import dev.epitome.search.Freshness;
import dev.epitome.search.FuzzyMode;
import dev.epitome.search.MatchMode;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SortOrder;
import dev.epitome.search.SuggestRequest;
import dev.epitome.search.Visible;
import dev.epitome.wire.ParameterKind.Age;
import dev.epitome.wire.ParameterKind.Date;
import dev.epitome.wire.ParameterKind.OneOf;
import dev.epitome.wire.ParameterKind.SomeOf;
import dev.epitome.wire.ParameterKind.Text;
import dev.epitome.wire.ParameterKind.Texts;
import dev.epitome.wire.ParameterKind.Whole;
import dev.epitome.wire.SearchCall.HighlightStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Every parameter of a resource. A row is all there is to one: its name, what it decides (and so who takes it), its
 * values and the one that counts where none is given, the value of its option on the command line, its meaning, how its
 * value goes into a search, and the short names of its option.
 */
@SuppressWarnings("ImmutableEnumChecker") // Kinds are records, and functions here have no state.
public enum Parameter {
    Q(
            "q",
            Decides.HITS,
            new Text(),
            "",
            "The query. Any text is one: words, `\"phrases\"`, `-without`, `either OR other`, `field:value`, `lang*`."
                    + " None asks for every article.",
            request((request, text) -> request.withQuery(QueryLanguage.parse(text)))),
    LIMIT(
            "limit",
            Decides.PAGE,
            Whole.of(0, SearchRequest.MAX_LIMIT, SearchRequest.DEFAULT_LIMIT),
            "N",
            "How many hits to return at most; with 0 only the total and the facets.",
            request(SearchRequest::withLimit),
            "-n"),
    OFFSET(
            "offset",
            Decides.PAGE,
            new Whole(0, SearchRequest.MAX_OFFSET, ""),
            "N",
            "How many hits to skip; none where it is not given. Not together with a cursor.",
            request(SearchRequest::withOffset)),
    SORT(
            "sort",
            Decides.HITS,
            OneOf.of(SortOrder.values(), Parameter::name, SortOrder.RELEVANCE),
            "ORDER",
            "The order of the hits: best match, newest or oldest first, or by their rank in a digest.",
            request(SearchRequest::withSort)),
    SOURCE("source", "NAME", "Only from this publication", SearchFilter::withSources),
    AUTHOR("author", "NAME", "Only by this author", SearchFilter::withAuthors),
    TAG("tag", "TAG", "Only with this tag", SearchFilter::withTags),
    TYPE("type", "TYPE", "Only of this type, such as article or video", SearchFilter::withTypes),
    PUBLISHED_AFTER(
            "publishedAfter",
            Decides.FILTER,
            new Date(),
            "DATE",
            "Only published on this day, month or year, or later, such as 2025-11-03, 2025-11 or 2025. An article"
                    + " dated by its year alone is within every month of it.",
            filter(SearchFilter::withPublishedAfter)),
    PUBLISHED_BEFORE(
            "publishedBefore",
            Decides.FILTER,
            new Date(),
            "DATE",
            "Only published on this day, month or year, or earlier. Not before `publishedAfter`.",
            filter(SearchFilter::withPublishedBefore)),
    MATCH(
            "match",
            Decides.HITS,
            OneOf.of(MatchMode.values(), MatchMode.RELAXED),
            "MODE",
            "Whether articles with only some of the words may follow where few have all of them.",
            request(SearchRequest::withMatch)),
    FUZZY(
            "fuzzy",
            Decides.HITS,
            OneOf.of(FuzzyMode.values(), FuzzyMode.AUTO),
            "WHEN",
            "Whether words that no article has are corrected, or read by what is left of them.",
            request(SearchRequest::withFuzzy)),
    FRESHNESS(
            "freshness",
            Decides.HITS,
            new Age(),
            "DAYS",
            "Ranks newer articles higher: the age in days, such as 30d, at which an article gains half of what one of"
                    + " today does. From 1d to " + Freshness.MOST_DAYS + "d.",
            request(SearchRequest::withFreshness)),
    FIELDS(
            "fields",
            Decides.LOOK,
            SomeOf.of(ArticleField.values(), ArticleField.defaults()),
            "NAMES",
            "Which fields of each article to return.",
            request(SearchRequest::withFields)),
    HIGHLIGHT(
            "highlight",
            Decides.LOOK,
            OneOf.of(HighlightStyle.values(), HighlightStyle.HTML),
            "STYLE",
            "How to mark what matched: as HTML, as positions in the text, or not at all.",
            SearchCall::withHighlight),
    CURSOR(
            "cursor",
            Decides.ANSWER,
            new Text(),
            "TOKEN",
            "The `next` of an earlier answer to the same search; the limit may differ. It keeps to the state of the"
                    + " index and the day of the first page, so that no hit is repeated or missed.",
            request((request, token) -> request.withCursor(new Cursor(token)))),
    FACETS(
            "facets",
            Decides.ANSWER,
            SomeOf.of(Facet.values(), Set.of()),
            "NAMES",
            "What to count the hits by.",
            request(SearchRequest::withFacets)),
    EXPLAIN(
            "explain",
            Decides.ANSWER,
            yesOrNo(false),
            "",
            "Whether each hit says why it ranks where it does.",
            request((request, yes) -> yes ? request.withExplanations() : request)),
    TYPED("q", Decides.SUGGESTIONS, new Text(), "", "What has been typed, up to the caret.", (call, text) -> call),
    SUGGESTIONS(
            "limit",
            Decides.SUGGESTIONS,
            Whole.of(1, SuggestRequest.MAX_LIMIT, SuggestRequest.DEFAULT_LIMIT),
            "",
            "How many suggestions to return at most.",
            (call, limit) -> call),
    RELATED(
            "limit",
            Decides.RELATED,
            Whole.of(1, SearchEngine.MAX_RELATED, SearchEngine.DEFAULT_RELATED),
            "",
            "How many articles to return at most.",
            (call, limit) -> call),
    VISIBLE(
            "visible",
            Decides.CHANGE,
            OneOf.of(Visible.values(), Visible.WAIT),
            "",
            "Whether the answer waits until searches see the change, or comes as soon as it is safe: they see it within"
                    + " a second then.",
            (call, when) -> call),
    ATOMIC(
            "atomic",
            Decides.CHANGES,
            false,
            "Whether nothing is to be changed where one of the records cannot be an article."),
    EXPECT(
            "expect",
            Decides.DELETION,
            new Whole(0, SearchRequest.MAX_OFFSET, ""),
            "",
            "How many articles there are to delete: nothing is deleted where there are more or fewer.",
            (call, number) -> call),
    GATE("gate", Decides.REBUILD, true, "Whether to publish only what answers the golden queries well enough."),
    ALLOW_SHRINK(
            "allowShrink",
            Decides.REBUILD,
            false,
            "Whether to publish even if the new index has far fewer articles than the published one.");

    private final String key;
    private final Decides decides;
    private final ParameterKind<?> kind;
    private final String label;
    private final String meaning;
    private final BiFunction<SearchCall, List<String>, SearchCall> into;
    private final List<String> shortNames;

    <T> Parameter(
            String key,
            Decides decides,
            ParameterKind<T> kind,
            String label,
            String meaning,
            BiFunction<SearchCall, T, SearchCall> into,
            String... shortNames) {
        this.key = key;
        this.decides = decides;
        this.kind = kind;
        this.label = label;
        this.meaning = meaning;
        this.into = (call, given) -> into.apply(call, kind.read(key, given));
        this.shortNames = List.of(shortNames);
    }

    /** Of a filter by names. */
    Parameter(String key, String label, String meaning, BiFunction<SearchFilter, String[], SearchFilter> into) {
        this(
                key,
                Decides.FILTER,
                new Texts(),
                label,
                meaning + "; of several, any of them. Case and accents do not matter.",
                filter(into));
    }

    /** Of what is yes or no, and no part of a search. */
    Parameter(String key, Decides decides, boolean byDefault, String meaning) {
        this(key, decides, yesOrNo(byDefault), "", meaning, (call, yes) -> call);
    }

    private static ParameterKind<Boolean> yesOrNo(boolean byDefault) {
        return OneOf.of(new Boolean[] {true, false}, String::valueOf, byDefault);
    }

    private static <T> BiFunction<SearchCall, T, SearchCall> request(
            BiFunction<SearchRequest, T, SearchRequest> change) {
        return (call, value) -> call.with(change.apply(call.request(), value));
    }

    private static <T> BiFunction<SearchCall, T, SearchCall> filter(BiFunction<SearchFilter, T, SearchFilter> change) {
        return request((request, value) -> request.withFilter(change.apply(request.filter(), value)));
    }

    private static String name(SortOrder order) {
        return switch (order) {
            case RELEVANCE -> "relevance";
            case NEWEST -> "-published";
            case OLDEST -> "published";
            case RANK -> "rank";
        };
    }

    /** Its name over HTTP. */
    public String key() {
        return key;
    }

    /** What it means, in a sentence or more for people. */
    public String meaning() {
        return meaning;
    }

    /** What counts where it is not given; empty where that is no value of it. */
    public String byDefault() {
        return kind.byDefault();
    }

    /** What its value is, in a word for the help of its option; empty where it has no option or no value. */
    public String label() {
        return label;
    }

    /** What its option is called beside its name, with the dash. */
    public List<String> shortNames() {
        return shortNames;
    }

    /** Whether it may be given several times, meaning any of the values. */
    public boolean repeatable() {
        return kind instanceof Texts;
    }

    /** Whether several of its choices may be given, with commas between them. */
    public boolean isList() {
        return kind instanceof SomeOf;
    }

    /** What it can be, where that can be listed; else nothing. */
    public List<String> choices() {
        return kind.choices();
    }

    /** The least and the most of a number, such as {@code 0 to 100}; empty for what is none. */
    public Optional<String> bounds() {
        return kind instanceof Whole whole ? Optional.of(whole.bounds()) : Optional.empty();
    }

    /** Whether searches with other values of it have other hits, or the same in another order: a cursor is for one. */
    public boolean decidesHits() {
        return decides == Decides.HITS || decides == Decides.FILTER;
    }

    Decides decides() {
        return decides;
    }

    ParameterKind<?> kind() {
        return kind;
    }

    /** Whether any text is a value, to be taken as it is written. */
    boolean isFreeText() {
        return kind instanceof Text || kind instanceof Texts;
    }

    /** The same search with this value of it. */
    SearchCall put(SearchCall call, List<String> given) {
        return into.apply(call, given);
    }
}
