package dev.epitome.alias;

import dev.epitome.alias.AliasDictionary.Meaning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A dictionary in the making. What was added first stands first; the same meaning again is dropped. */
final class AliasTable {

    private final Map<String, List<Meaning>> meanings = new LinkedHashMap<>();
    private final Map<String, Set<String>> known = new LinkedHashMap<>();

    /** Says that {@code left} is also called {@code right}; nothing where the two have the same key. */
    void add(String left, String right, AliasOrigin origin) {
        addByKey(AliasKey.of(left), new Meaning(right, origin));
    }

    void addAll(Map<String, List<Meaning>> others) {
        others.forEach((key, list) -> list.forEach(meaning -> addByKey(key, meaning)));
    }

    AliasDictionary dictionary() {
        return new AliasDictionary(meanings);
    }

    private void addByKey(String key, Meaning meaning) {
        String other = AliasKey.of(meaning.text());
        if (!key.equals(other)
                && known.computeIfAbsent(key, k -> new HashSet<>()).add(other)) {
            meanings.computeIfAbsent(key, k -> new ArrayList<>()).add(meaning);
        }
    }
}
