package dev.epitome.corpus;

/**
 * Something that was left out or put right, while the record itself is kept.
 *
 * @param kind the same for all that went wrong in the same way, such as {@code url left out, not an http(s) address}
 * @param detail what it was in this case, mostly quoted from the input; may be empty
 */
public record Warning(String kind, String detail) {

    static Warning of(String kind) {
        return new Warning(kind, "");
    }

    /** Both, as a message. */
    @Override
    public String toString() {
        return detail.isEmpty() ? kind : kind + ": " + detail;
    }
}
