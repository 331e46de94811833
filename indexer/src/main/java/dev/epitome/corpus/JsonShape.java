package dev.epitome.corpus;

import dev.epitome.corpus.RecordMapper.Defaults;
import dev.epitome.corpus.Value.Members;
import dev.epitome.corpus.Value.Text;
import dev.epitome.corpus.Value.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Where in a JSON document its records are. Whatever wraps them, they are the objects that look most like records.
 *
 * @param path the members that lead to them; lists on the way are gone through
 * @param byId whether the object at the end of the path has records as its members
 * @param head what the document says of itself
 * @param unplaced where nothing looks like a record, the names of members that there are instead
 */
record JsonShape(List<String> path, boolean byId, Members head, Optional<List<String>> unplaced) {

    private static final int DEEPEST = 5;
    private static final int SAMPLES = 3;
    private static final int MOST_INNER = 50;
    private static final int MOST_NAMES = 5_000;
    private static final int TITLE = 4;
    private static final int TITLE_AND_MORE = 6;
    private static final int TITLE_AND_TEXT = 7;

    /** What lists of records are called, without case and punctuation. */
    private static final Set<String> WRAPPERS =
            Set.of(("items articles results data hits list docs documents records entries posts stories rows "
                            + "bookmarks links children edges nodes value values feed papers publications news pages "
                            + "response collection elements objects graph searchresults organicresults resources "
                            + "itemlistelement saves highlights")
                    .split(" "));

    private static final Set<String> HEAD =
            Set.of("version", "title", "home_page_url", "feed_url", "authors", "author", "items");

    private record Candidate(List<String> path, boolean listed, boolean byId, int score) {}

    /** JSON Feed, by its version or by what only it has. */
    boolean isFeed() {
        Map<String, Value> members = head.values();
        boolean says = members.get("version") instanceof Text(String version) && version.contains("jsonfeed.org");
        return says
                || (members.containsKey("items")
                        && (members.containsKey("home_page_url") || members.containsKey("feed_url")));
    }

    String title() {
        return head.values().get("title") instanceof Text(String title) ? title : "";
    }

    /** What a feed says for all its items. */
    Defaults defaults() {
        if (!isFeed()) {
            return Defaults.NONE;
        }
        Value authors = head.values().getOrDefault("authors", head.values().getOrDefault("author", new Words("")));
        String base = head.values().get("home_page_url") instanceof Text(String home)
                ? home
                : head.values().get("feed_url") instanceof Text(String feed) ? feed : "";
        return new Defaults(new Text(title()), authors, base, true);
    }

    JsonShape(List<String> path, boolean byId, Members head) {
        this(path, byId, head, Optional.empty());
    }

    /** Looks a document over, as far as the parser comes. */
    static JsonShape of(JsonParser json, MemberNames known) {
        Survey survey = new Survey(json, known);
        boolean more = false;
        boolean broken = false;
        try {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_OBJECT || first == JsonToken.START_ARRAY) {
                survey.walk(List.of());
                more = first == JsonToken.START_OBJECT && json.nextToken() == JsonToken.START_OBJECT;
            }
        } catch (JacksonException e) {
            // Broken or cut off by the bound: what came before must do, and its reader will say what is wrong.
            survey.cut();
            broken = true;
        }
        Optional<List<String>> unplaced = more || broken ? Optional.empty() : Optional.of(survey.mostNames);
        return survey.choose(more).orElse(new JsonShape(List.of(), false, new Members(survey.head), unplaced));
    }

    private static final class Survey {
        private final JsonParser json;
        private final MemberNames known;
        private final List<Candidate> candidates = new ArrayList<>();
        private final Map<String, Value> head = new LinkedHashMap<>();
        private final List<Frame> open = new ArrayList<>();
        private List<String> mostNames = List.of();

        private static final class Frame {
            final List<String> path;
            final boolean listed;
            final Set<String> names = new LinkedHashSet<>();
            final List<Integer> inner = new ArrayList<>();
            int scalars;

            Frame(List<String> path, boolean listed) {
                this.path = path;
                this.listed = listed;
            }
        }

        Survey(JsonParser json, MemberNames known) {
            this.json = json;
            this.known = known;
        }

        /** The value that the parser is at the start of; its score as a record. */
        private int walk(List<String> path) {
            return json.currentToken() == JsonToken.START_ARRAY ? list(path) : object(path, false);
        }

        private int list(List<String> path) {
            int looked = 0;
            for (JsonToken token = json.nextToken();
                    token != null && token != JsonToken.END_ARRAY;
                    token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT && looked < SAMPLES) {
                    looked++;
                    object(path, true);
                } else if (token == JsonToken.START_ARRAY && looked < SAMPLES) {
                    looked++;
                    list(path);
                } else {
                    json.skipChildren();
                }
                if (path.isEmpty() && looked == SAMPLES) {
                    return 0; // A list of records as a whole: nothing that follows can say otherwise.
                }
            }
            return 0;
        }

        private int object(List<String> path, boolean listed) {
            Frame frame = new Frame(path, listed);
            open.add(frame);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                member(frame, json.currentName());
            }
            open.removeLast();
            return close(frame);
        }

        private void member(Frame frame, String name) {
            JsonToken value = json.nextToken();
            boolean inside = value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY;
            if (value != JsonToken.VALUE_NULL && frame.names.size() < MOST_NAMES) {
                frame.names.add(name);
            }
            boolean ofHead = frame.path.isEmpty() && !frame.listed && HEAD.contains(name) && !name.equals("items");
            if (ofHead) {
                JsonValues.value(json).ifPresent(some -> head.put(name, some));
            } else if (inside && frame.path.size() < DEEPEST && frame.inner.size() < MOST_INNER) {
                List<String> below = new ArrayList<>(frame.path);
                below.add(name);
                int score = walk(below);
                if (value == JsonToken.START_OBJECT) {
                    frame.inner.add(score);
                }
            } else if (inside) {
                json.skipChildren();
            } else {
                frame.scalars++;
            }
            if (frame.path.isEmpty() && name.equals("items")) {
                head.put(name, new Words(""));
            }
        }

        private int close(Frame frame) {
            if (frame.names.size() > mostNames.size()) {
                mostNames = List.copyOf(frame.names);
            }
            int own = score(frame.names);
            // What holds just one record, such as a hit with its _source, is looked at through it.
            int wrapped = frame.inner.stream().mapToInt(Integer::intValue).max().orElse(0);
            int score = own > 0 ? own : frame.inner.size() == 1 || frame.listed ? wrapped : 0;
            candidates.add(new Candidate(frame.path, frame.listed, false, score));
            boolean all = frame.scalars == 0
                    && !frame.inner.isEmpty()
                    && frame.inner.stream().allMatch(some -> some >= TITLE);
            boolean most =
                    frame.inner.stream().filter(some -> some >= TITLE_AND_MORE).count() >= 2;
            if (own == 0 && (all || most)) {
                candidates.add(new Candidate(frame.path, true, true, wrapped));
            }
            return score;
        }

        /** Closes what was open when the text ended. */
        void cut() {
            while (!open.isEmpty()) {
                close(open.removeLast());
            }
        }

        private int score(Set<String> names) {
            Set<Member> members = new HashSet<>();
            names.forEach(name -> known.use(name).ifPresent(use -> members.add(use.member())));
            if (!members.contains(Member.TITLE) && !members.contains(Member.SUMMARY)) {
                return 0;
            }
            return members.stream()
                    .mapToInt(member -> switch (member) {
                        case TITLE -> TITLE;
                        case SUMMARY, URL -> 3;
                        case PUBLISHED -> 2;
                        case AUTHORS, TAGS, SOURCE -> 1;
                        case ID, TYPE, RANK, SAVED -> 0;
                    })
                    .sum();
        }

        Optional<JsonShape> choose(boolean sequence) {
            JsonShape feed = new JsonShape(List.of("items"), false, new Members(head));
            if (feed.isFeed() && head.containsKey("items")) {
                return Optional.of(feed);
            }
            @Nullable Candidate list = best(true);
            @Nullable Candidate self = best(false);
            int own = self == null ? 0 : self.score();
            if (list != null && list.score() > 0) {
                boolean named = list.path().isEmpty()
                        || WRAPPERS.contains(Member.plain(list.path().getLast()));
                boolean more = !sequence && list.score() >= own;
                // A document that is one article has a text or an address; this is only the title of a list.
                boolean title = !sequence && own < TITLE_AND_TEXT && several(list);
                if (own == 0 || title || (list.score() >= TITLE_AND_MORE && (named || more))) {
                    return Optional.of(new JsonShape(list.path(), list.byId(), new Members(head)));
                }
            }
            return self == null ? Optional.empty() : Optional.of(new JsonShape(self.path(), false, new Members(head)));
        }

        private boolean several(Candidate list) {
            return list.byId()
                    || candidates.stream()
                                    .filter(one -> one.listed() && one.path().equals(list.path()))
                                    .count()
                            >= 2;
        }

        /** The highest score; of equal ones what lies less deep, then what came first. */
        private @Nullable Candidate best(boolean listed) {
            Candidate best = null;
            for (Candidate one : candidates) {
                boolean fits = one.listed() == listed && one.score() > 0;
                boolean better = best == null
                        || one.score() > best.score()
                        || (one.score() == best.score()
                                && one.path().size() < best.path().size());
                if (fits && better) {
                    best = one;
                }
            }
            return best;
        }
    }
}
