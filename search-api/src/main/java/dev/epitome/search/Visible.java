package dev.epitome.search;

/** When searches see a change. It is safe on the disk before the call returns in either case. */
public enum Visible {
    /** Every search that begins after the call has returned. */
    WAIT,
    /** Searches that begin a second after, or earlier: for who makes many changes, one soon after the other. */
    EVENTUALLY
}
