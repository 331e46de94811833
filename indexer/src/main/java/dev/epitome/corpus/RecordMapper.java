package dev.epitome.corpus;

import dev.epitome.article.Article;
import dev.epitome.corpus.DateText.Either;
import dev.epitome.corpus.DateText.Impossible;
import dev.epitome.corpus.DateText.Known;
import dev.epitome.corpus.DateText.NoDate;
import dev.epitome.corpus.Value.Members;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Makes articles of the records of one file, whatever its format and whatever it calls things: by the names that
 * {@link Member} knows, and before them by those that the user gives. Only a title or a text is needed; a value that
 * cannot be right costs the value.
 */
final class RecordMapper {

    /** Who has these keeps links: what is called created or time there is when a link was kept. */
    private static final Set<String> SIGNS_OF_A_LIST =
            Set.of("folder toread unread favorite isarchived isstarred readingprogress cover extended".split(" "));

    private static final Set<String> KEPT_WHEN =
            Set.of("created", "createdat", "time", "timestamp", "date", "datetime");

    /** When a link on a list was last touched, whoever keeps it. */
    private static final Set<String> TOUCHED_WHEN = Set.of(
            "updated updatedat dateupdated modified modifiedat datemodified lastmodified lastupdated".split(" "));

    private static final int MAX_NAMES = 10_000;
    private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n]");
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S");
    private static final Pattern PAGE = Pattern.compile("(?i)https?://[^/?#\\s]+/[^/\\s].*");
    private static final Pattern BARE = Pattern.compile("(?:[a-zA-Z0-9-]{1,63}\\.){1,5}[a-z]{2,12}/\\S*");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,10}(?:\\.0{1,9})?");

    /**
     * What holds for all records of a file that do not say otherwise.
     *
     * @param base what relative addresses are relative to; may be empty
     * @param ownIds whether ids mean something only within the file, as those of feeds do
     */
    record Defaults(Value source, Value authors, String base, boolean ownIds) {
        static final Defaults NONE = new Defaults(new Value.Words(""), new Value.Words(""), "", false);
    }

    /** A value that may serve as a member. */
    private record Candidate(String name, int place, Value value) {}

    private final MemberNames names;
    private final DateColumns dates;
    private final UnreadMembers unread;
    private final Map<String, Boolean> signs = new HashMap<>();

    RecordMapper(MemberNames names, DateColumns dates, UnreadMembers unread) {
        this.names = names;
        this.dates = dates;
        this.unread = unread;
    }

    /**
     * Makes an article of what the record says.
     *
     * @throws dev.epitome.EpitomeException where it has neither title nor text
     */
    Draft draft(Members record, Defaults defaults) {
        Map<Member, List<Candidate>> candidates = candidates(record);
        boolean pinboard = titledByDescription(candidates);
        Draft draft = Draft.titledOrNamedBySummary(
                title(candidates, pinboard), first(candidates, Member.SUMMARY, Values::words));
        String url = url(candidates, draft, defaults.base());
        id(candidates, draft, url, defaults.ownIds());
        String source = first(candidates, Member.SOURCE, Values::name);
        draft.source(source.isBlank() ? Values.name(defaults.source()) : source);
        List<String> authors = names(candidates, Member.AUTHORS);
        draft.authors(authors.isEmpty() ? Values.authors(defaults.authors()) : authors);
        String type = first(candidates, Member.TYPE, Values::name);
        draft.type(type.substring(type.lastIndexOf('/') + 1));
        List<String> tags = names(candidates, Member.TAGS);
        draft.tags(pinboard && tags.size() == 1 ? List.of(tags.getFirst().split(" ")) : tags);
        published(candidates, draft);
        saved(candidates, draft);
        rank(candidates, draft);
        return draft;
    }

    private Map<Member, List<Candidate>> candidates(Members record) {
        Map<Member, List<Candidate>> candidates = new EnumMap<>(Member.class);
        boolean list = record.values().keySet().stream().anyMatch(this::isSignOfAList);
        boolean saved = list || record.values().keySet().stream().anyMatch(name -> names.is(name, Member.SAVED));
        record.values().forEach((name, value) -> {
            if (Values.isBlank(value)) {
                return;
            }
            Optional<Member.Use> use = names.use(name);
            if (use.isEmpty()) {
                unread.count(name, value);
                return;
            }
            boolean kept = use.get().place() >= 0
                    && use.get().member() == Member.PUBLISHED
                    && ((list && KEPT_WHEN.contains(Member.plain(name)))
                            || (saved && TOUCHED_WHEN.contains(Member.plain(name))));
            Member member = kept ? Member.SAVED : use.get().member();
            if (member == Member.SAVED) {
                unread.count(name, value);
            }
            candidates
                    .computeIfAbsent(member, some -> new ArrayList<>())
                    .add(new Candidate(name, use.get().place(), value));
        });
        candidates.values().forEach(some -> some.sort(Comparator.comparingInt(Candidate::place)));
        return candidates;
    }

    private boolean isSignOfAList(String name) {
        Boolean known = signs.get(name);
        if (known != null) {
            return known;
        }
        boolean sign = SIGNS_OF_A_LIST.contains(Member.plain(name));
        if (signs.size() < MAX_NAMES) {
            signs.put(name, sign);
        }
        return sign;
    }

    /** Pinboard calls the title a description, and the description extended. */
    private static boolean titledByDescription(Map<Member, List<Candidate>> candidates) {
        List<Candidate> texts = candidates.getOrDefault(Member.SUMMARY, List.of());
        return !candidates.containsKey(Member.TITLE)
                && texts.stream().anyMatch(text -> text.name().equals("description"))
                && candidates.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(some ->
                                some.name().equals("extended") || some.name().equals("href"));
    }

    private static String title(Map<Member, List<Candidate>> candidates, boolean pinboard) {
        if (!pinboard) {
            return first(candidates, Member.TITLE, Values::line);
        }
        List<Candidate> texts = candidates.getOrDefault(Member.SUMMARY, List.of());
        Candidate title = texts.stream()
                .filter(text -> text.name().equals("description"))
                .findFirst()
                .orElseThrow();
        texts.remove(title);
        return Values.line(title.value());
    }

    private static String first(
            Map<Member, List<Candidate>> candidates, Member member, Function<Value, String> reading) {
        return candidates.getOrDefault(member, List.of()).stream()
                .map(candidate -> reading.apply(candidate.value()))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static List<String> names(Map<Member, List<Candidate>> candidates, Member member) {
        return candidates.getOrDefault(member, List.of()).stream()
                .map(candidate ->
                        member == Member.TAGS ? Values.tags(candidate.value()) : Values.authors(candidate.value()))
                .filter(names -> names.stream().anyMatch(name -> !name.isBlank()))
                .findFirst()
                .orElse(List.of());
    }

    /** The first address among those that may be one; where there is none, the id if that is one. */
    private static String url(Map<Member, List<Candidate>> candidates, Draft draft, String base) {
        List<String> given = candidates.getOrDefault(Member.URL, List.of()).stream()
                .flatMap(candidate -> Values.addresses(candidate.value()))
                .filter(text -> !text.isBlank())
                .toList();
        List<String> ids = candidates.getOrDefault(Member.ID, List.of()).stream()
                .map(candidate -> Values.raw(candidate.value()))
                .filter(Article::isWebAddress)
                .toList();
        Optional<String> address = given.stream()
                .flatMap(text -> absolute(text, base).stream())
                .findFirst()
                .or(() -> ids.stream().findFirst())
                .or(() -> page(candidates.getOrDefault(Member.SOURCE, List.of())))
                .or(() -> given.stream()
                        .filter(text -> BARE.matcher(text).matches())
                        .map(text -> "https://" + text)
                        .findFirst());
        address.or(() -> given.stream().findFirst()).ifPresent(draft::url);
        return address.orElse("");
    }

    /** What is called a site or a source may be the page itself. */
    private static Optional<String> page(List<Candidate> sources) {
        Optional<Candidate> page = sources.stream()
                .filter(source -> PAGE.matcher(Values.raw(source.value())).matches())
                .findFirst();
        page.ifPresent(sources::remove);
        return page.map(source -> Values.raw(source.value())).filter(Article::isWebAddress);
    }

    /** The address as a browser would open it from that base. */
    static Optional<String> absolute(String text, String base) {
        if (text.length() > Article.MAX_URL) {
            return Optional.empty();
        }
        String address = LINE_BREAK.matcher(text.strip()).replaceAll("").replace(" ", "%20");
        if (DOI.matcher(address).lookingAt()) {
            address = "https://doi.org/" + address;
        }
        if (address.startsWith("www.")) {
            address = "https://" + address;
        } else if (address.startsWith("//")) {
            address = "https:" + address;
        }
        if (Article.isWebAddress(address)) {
            return Optional.of(address);
        }
        boolean relative = !base.isEmpty() && !address.isEmpty() && !address.matches("(?i)[a-z][a-z0-9+.-]*:.*");
        if (!relative) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(base).resolve(new URI(address)).toString())
                    .filter(Article::isWebAddress);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * A name that people gave is a name everywhere; a number is one only in its file, and an address says what the
     * address of the article says.
     */
    private static void id(Map<Member, List<Candidate>> candidates, Draft draft, String url, boolean own) {
        candidates.getOrDefault(Member.ID, List.of()).stream().findFirst().ifPresent(candidate -> {
            String id = Values.raw(candidate.value());
            if (!id.equals(url)) {
                draft.ownId(id);
            }
            if (!own && candidate.name().equals("id") && Deduplicator.isName(id)) {
                draft.id(id);
            }
        });
    }

    private void published(Map<Member, List<Candidate>> candidates, Draft draft) {
        String fault = "";
        String faulty = "";
        for (Candidate candidate : candidates.getOrDefault(Member.PUBLISHED, List.of())) {
            String text = Values.raw(candidate.value());
            if (text.isEmpty() || text.equals("0")) {
                continue;
            }
            switch (DateText.of(text)) {
                case Known known -> {
                    dates.learn(candidate.name(), known);
                    draft.published(known.date());
                    return;
                }
                case Either either -> {
                    dates.take(candidate.name(), either, text, draft);
                    return;
                }
                case Impossible none -> fault = faulty.isEmpty() ? "published left out, on no calendar" : fault;
                case NoDate none -> fault = faulty.isEmpty() ? "published left out, not a date" : fault;
            }
            faulty = faulty.isEmpty() ? text : faulty;
        }
        if (!faulty.isEmpty()) {
            draft.warn(fault, Draft.shortened(faulty));
        }
    }

    private static void saved(Map<Member, List<Candidate>> candidates, Draft draft) {
        candidates.getOrDefault(Member.SAVED, List.of()).stream()
                .flatMap(candidate -> DateText.date(Values.raw(candidate.value())).stream())
                .findFirst()
                .ifPresent(draft::saved);
    }

    private static void rank(Map<Member, List<Candidate>> candidates, Draft draft) {
        String text = first(candidates, Member.RANK, Values::raw);
        if (WHOLE_NUMBER.matcher(text).matches() && Double.parseDouble(text) <= Integer.MAX_VALUE) {
            draft.rank((int) Double.parseDouble(text));
        } else if (!text.isEmpty()) {
            draft.warn("rank left out, not a whole number", Draft.shortened(text));
        }
    }
}
