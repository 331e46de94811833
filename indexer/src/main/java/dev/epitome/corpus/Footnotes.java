package dev.epitome.corpus;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Gives items the addresses that stand in footnotes at the end of the text; until then they wait, in their order. */
final class Footnotes {

    /** One that is referred to, or with its address. */
    static final Pattern NOTE = Pattern.compile("\\[(\\d{1,4})](?::? <?(https?://[^\\s<>]{1,2000})>?)?");

    private static final int MAX_HELD = 2_000;
    private static final int MAX_NOTES = 10_000;

    private final Consumer<ListedItem> sink;
    private final Deque<ListedItem> held = new ArrayDeque<>();
    private final Map<String, String> addresses = new HashMap<>();

    Footnotes(Consumer<ListedItem> sink) {
        this.sink = sink;
    }

    void put(String number, String address) {
        if (addresses.size() < MAX_NOTES) {
            addresses.putIfAbsent(number, address);
        }
    }

    void take(ListedItem item) {
        held.add(item);
        while (!held.isEmpty()
                && (held.size() > MAX_HELD || held.element().waitsFor().isEmpty())) {
            release();
        }
    }

    /** Passes on all that wait. */
    void end() {
        while (!held.isEmpty()) {
            release();
        }
    }

    private void release() {
        ListedItem first = held.remove();
        String address = addresses.get(first.waitsFor());
        if (address != null) {
            first.url(address);
        }
        sink.accept(first);
    }
}
