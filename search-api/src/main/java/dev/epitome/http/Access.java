package dev.epitome.http;

import dev.epitome.keys.Role;
import java.util.Optional;

/**
 * Who may use a route. Every route names one; {@link Gate} holds to it. The document says the same of each operation
 * ({@code x-access}).
 */
enum Access {
    /** Whoever comes: how the server is, and what is the same for all. */
    OPEN(Optional.empty(), false),
    /** Who has a key to read; whoever comes where reading is public, or there are no keys. */
    READ(Optional.of(Role.READ), false),
    /**
     * Who has a key to read, also where reading is public; whoever comes where there are no keys. For what costs much,
     * or tells of all articles at once.
     */
    INSIGHT(Optional.of(Role.READ), false),
    /** Who runs the server; whoever comes where there are no keys. */
    MONITOR(Optional.of(Role.ADMIN), false),
    /** Who has a key to write; nobody where there are no keys. */
    WRITE(Optional.of(Role.WRITE), true),
    /** Who may change what concerns all articles; nobody where there are no keys. */
    ADMIN(Optional.of(Role.ADMIN), true);

    private final Optional<Role> role;
    private final boolean changes;

    Access(Optional<Role> role, boolean changes) {
        this.role = role;
        this.changes = changes;
    }

    /** What a key must allow at least; empty where none is ever asked for. */
    Optional<Role> role() {
        return role;
    }

    /** Whether it is for what changes something: pages of other origins may not, whatever their key. */
    boolean changes() {
        return changes;
    }
}
