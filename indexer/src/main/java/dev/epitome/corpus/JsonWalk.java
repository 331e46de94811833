package dev.epitome.corpus;

import dev.epitome.corpus.Value.Members;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Goes down a document to its records, by its shape, and hands them over. */
final class JsonWalk {

    private static final Set<String> COMMANDS = Set.of("index", "create", "update", "delete");

    /** Where records are. */
    interface Places {

        /** The number of the record at hand. */
        long number();

        /** The parser is at the start of a record. */
        void begins(JsonParser json);

        /** The record was read. */
        void ends();

        /** In a line, whose number counts unless it is entries that are counted. */
        static Places at(FileEntries entries, long line) {
            return new Places() {
                @Override
                public long number() {
                    return entries.countsLines() ? line : entries.records() + 1;
                }

                @Override
                public void begins(JsonParser json) {}

                @Override
                public void ends() {}
            };
        }
    }

    private final JsonParser json;
    private final JsonShape shape;
    private final FileEntries entries;
    private final Places places;

    JsonWalk(JsonParser json, JsonShape shape, FileEntries entries, Places places) {
        this.json = json;
        this.shape = shape;
        this.entries = entries;
        this.places = places;
    }

    void value(int step) {
        switch (json.currentToken()) {
            case START_ARRAY -> {
                boolean bare = false;
                while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
                    if (json.currentToken().isStructStart()) {
                        value(step);
                    } else {
                        bare |= json.currentToken() != JsonToken.VALUE_NULL;
                    }
                }
                if (bare) {
                    entries.reject(places.number(), "holds a list of values without names, not a JSON object");
                }
            }
            case START_OBJECT -> object(step);
            case VALUE_NULL -> {}
            default -> entries.reject(places.number(), "holds " + kind(json) + ", not a JSON object");
        }
    }

    private void object(int step) {
        if (step < shape.path().size()) {
            descend(step);
        } else if (shape.byId()) {
            membersById();
        } else {
            places.begins(json);
            record(JsonValues.members(json));
        }
    }

    private void descend(int step) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean onPath = json.currentName().equals(shape.path().get(step));
            JsonToken value = json.nextToken();
            if (onPath && (value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT)) {
                value(step + 1);
            } else {
                json.skipChildren();
            }
        }
    }

    private void membersById() {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String id = json.currentName();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            places.begins(json);
            Map<String, Value> members =
                    new LinkedHashMap<>(JsonValues.members(json).values());
            members.putIfAbsent("key", new Value.Text(id));
            record(new Members(members));
        }
    }

    private void record(Members record) {
        boolean filler = record.values().isEmpty() && !shape.path().isEmpty();
        if (!filler && !isCommand(record)) {
            entries.add(places.number(), unwrapped(record));
        }
        places.ends();
    }

    /** Between the records of a search engine's bulk file stand lines that say what to do with them. */
    private static boolean isCommand(Members record) {
        return record.values().size() == 1
                && record.values().keySet().stream().allMatch(COMMANDS::contains)
                && record.values().values().stream().allMatch(Members.class::isInstance);
    }

    /** A hit, an edge, a resource: the record lies within it. */
    private Members unwrapped(Members record) {
        if (isRecord(record)) {
            return record;
        }
        Optional<Members> inner = record.values().values().stream()
                .filter(Members.class::isInstance)
                .map(Members.class::cast)
                .filter(this::isRecord)
                .findFirst();
        return inner.map(found -> {
                    Map<String, Value> both = new LinkedHashMap<>(found.values());
                    record.values().forEach((name, value) -> {
                        if (!(value instanceof Members) && entries.names().is(name, Member.ID)) {
                            both.putIfAbsent(name, value);
                        }
                    });
                    return new Members(both);
                })
                .orElse(record);
    }

    /** Without a title or a text there is no article. */
    private boolean isRecord(Members members) {
        return members.values().keySet().stream()
                .anyMatch(name -> entries.names().is(name, Member.TITLE, Member.SUMMARY));
    }

    private static String kind(JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> "nothing";
        };
    }
}
