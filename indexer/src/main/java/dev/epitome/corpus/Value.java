package dev.epitome.corpus;

import java.util.Map;

/** What a record says under one name, before anyone asks what it means. An absent value, such as null, is none. */
sealed interface Value {

    /** A text as it was written; it may hold HTML. */
    record Text(String text) implements Value {}

    /** A text that is known to hold no markup: what looks like it is part of it. */
    record Words(String text) implements Value {}

    /** A number, in the digits that it was written in. */
    record Digits(String text) implements Value {}

    /** True or false. */
    record Flag(boolean set) implements Value {}

    /** Several values, in their order. */
    record Items(java.util.List<Value> items) implements Value {
        public Items {
            items = java.util.List.copyOf(items);
        }
    }

    /** Values by name, in their order: a record itself, or an object within one. */
    record Members(Map<String, Value> values) implements Value {}
}
