package dev.epitome.http;

import dev.epitome.keys.Role;
import dev.epitome.keys.StoredKey;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;

/** Lets a request through to what it asks for, or refuses it, as the {@link Access} of that says. */
final class Gate {

    /** Of routes in an application, which finds out by itself who asks. */
    static final Gate OF_APPLICATION = new Gate(Optional.empty());

    private final Optional<Rules> rules;

    /** @param publicRead whether whoever comes may read; without keys a server does not start otherwise */
    private record Rules(Optional<KeyCheck> keys, boolean publicRead, OwnName name) {}

    private Gate(Optional<Rules> rules) {
        this.rules = rules;
    }

    /** Of a server of our own. */
    static Gate of(ServerSettings settings, OwnName name) {
        Optional<KeyCheck> keys = Optional.of(settings.keys())
                .filter(known -> !known.isEmpty())
                .map(known -> new KeyCheck(known::verified, System::nanoTime));
        boolean publicRead = settings.publicRead() || !OwnName.isBeyondLoopback(settings.host());
        return new Gate(Optional.of(new Rules(keys, publicRead, name)));
    }

    /**
     * To be called before anything of an answer is made, also of one that was kept.
     *
     * @throws Refused where the request is not allowed to have it
     */
    void check(Context context, Access access) {
        if (rules.isEmpty()) {
            return;
        }
        Rules known = rules.get();
        if (access.changes() && !isSafe(context.method()) && !known.name().isOwnPage(context)) {
            throw new Refused(Problem.forbidden(
                    "Pages of other origins may not write: if this page is the server's own, have whoever runs it say"
                            + " its public address."));
        }
        if (isOpen(access, known)) {
            return;
        }
        KeyCheck keys = known.keys()
                .orElseThrow(() -> new Refused(Problem.forbidden(
                        "This server has no keys, so that nobody may write: have whoever runs it make some.")));
        StoredKey key = keys.holder(context);
        RequestFacts.setKey(context, key.id());
        Role needed = access.role().orElseThrow();
        if (!key.role().includes(needed)) {
            throw new Refused(Problem.forbidden("This key is to " + key.role() + ": use one to " + needed + "."));
        }
    }

    private static boolean isOpen(Access access, Rules known) {
        return switch (access) {
            case OPEN -> true;
            case READ -> known.publicRead() || known.keys().isEmpty();
            case INSIGHT, MONITOR -> known.keys().isEmpty();
            case WRITE, ADMIN -> false;
        };
    }

    private static boolean isSafe(HandlerType method) {
        return method.equals(HandlerType.GET) || method.equals(HandlerType.HEAD);
    }
}
