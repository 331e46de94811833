package dev.epitome.alias;

/** A line of a dictionary cannot be used. Never leaves the room. */
final class BadLine extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    BadLine(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
