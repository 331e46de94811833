package dev.epitome.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What names stand for in one run: those that the user gives go before those that the world has. For one thread. */
final class MemberNames {

    /** Objects by id have as many names as records: past these, each is looked up anew. */
    private static final int MAX_KEPT = 10_000;

    private final CorpusOptions options;
    private final Map<String, Optional<Member.Use>> kept = new HashMap<>();

    MemberNames(CorpusOptions options) {
        this.options = options;
    }

    /** Empty where the name is not known. */
    Optional<Member.Use> use(String name) {
        Optional<Member.Use> known = kept.get(name);
        if (known != null) {
            return known;
        }
        Optional<Member.Use> found = mapped(name).or(() -> Member.named(name));
        if (kept.size() < MAX_KEPT) {
            kept.put(name, found);
        }
        return found;
    }

    /** Whether the name stands for one of these members. */
    boolean is(String name, Member... members) {
        return use(name).filter(use -> List.of(members).contains(use.member())).isPresent();
    }

    private Optional<Member.Use> mapped(String name) {
        return options.names().entrySet().stream()
                .filter(entry -> Member.plain(entry.getValue()).equals(Member.plain(name)))
                .flatMap(entry -> Member.keyed(entry.getKey()).stream())
                .findFirst()
                .map(member -> new Member.Use(member, -1));
    }
}
