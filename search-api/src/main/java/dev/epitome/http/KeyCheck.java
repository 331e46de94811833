package dev.epitome.http;

import dev.epitome.keys.Keys;
import dev.epitome.keys.StoredKey;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whose key a request bears. To verify one takes a quarter of a second; that is done once for each right key, which is
 * then known by a fast hash that only this process can make. All others are verified one after the other on a thread of
 * their own, few may wait for it, and each client may have so many tried and no more: wrong keys take one core at most,
 * and keep nobody waiting who asks with a key that is known, or with none.
 */
final class KeyCheck {

    private static final String HEADER = "Authorization";
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+)");

    private static final String FAST_HASH = "HmacSHA256";

    private static final int MOST_WAITING = 16;

    /** How many keys of one client are looked at, and after how long one more. */
    private static final int TRIES = 10;

    private static final Duration A_TRY = Duration.ofSeconds(6);
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Function<String, Optional<StoredKey>> verifier;
    private final SecretKeySpec ours;
    private final RateLimit tries;
    private final ThreadPoolExecutor thread;

    /** By id, so that there are no more than keys. */
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /**
     * By fast hash: who comes with the same key meanwhile waits for the same. To be used under the lock of the whole.
     */
    private final Map<String, CompletableFuture<Optional<StoredKey>>> waiting = new HashMap<>();

    /** A key that was right. */
    private record Known(String hash, StoredKey key) {}

    /**
     * Takes the time from a clock that never goes back.
     *
     * @param verifier finds what is known of a key, slowly, and as slowly where that is nothing
     */
    KeyCheck(Function<String, Optional<StoredKey>> verifier, LongSupplier nanoTime) {
        this.verifier = verifier;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.ours = new SecretKeySpec(random, FAST_HASH);
        this.tries = new RateLimit(A_TRY, TRIES, nanoTime);
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(), // Never more than may wait.
                Thread.ofPlatform().daemon().name("epitome-keys").factory());
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * The key that the request bears, once, in its header.
     *
     * @throws Refused where it bears none, or none that is known, or is to come again later
     */
    StoredKey holder(Context context) {
        List<String> headers = Collections.list(context.req().getHeaders(HEADER));
        if (headers.isEmpty()) {
            throw refused("Bearer", "This needs a key: send it in the header " + HEADER + ", as Bearer KEY.");
        }
        Matcher bearer = BEARER.matcher(headers.getFirst().strip());
        if (headers.size() > 1 || !bearer.matches()) {
            throw unknown();
        }
        return holder(bearer.group(1), RateLimit.client(context.req().getRemoteAddr()));
    }

    /** As above, of a key and of who sent it. */
    StoredKey holder(String key, String client) {
        String id = Keys.id(key).orElseThrow(KeyCheck::unknown);
        String hash = fastHash(key);
        Known last = known.get(id);
        if (last != null && MessageDigest.isEqual(bytes(last.hash()), bytes(hash))) {
            return last.key();
        }
        return verification(key, hash, client).join().orElseThrow(KeyCheck::unknown);
    }

    private synchronized CompletableFuture<Optional<StoredKey>> verification(String key, String hash, String client) {
        CompletableFuture<Optional<StoredKey>> same = waiting.get(hash);
        if (same != null) {
            return same;
        }
        if (waiting.size() >= MOST_WAITING) {
            throw new Refused(Problem.overloaded());
        }
        tries.count(client, Problem.tooManyKeys());
        CompletableFuture<Optional<StoredKey>> verification = new CompletableFuture<>();
        thread.execute(() -> verify(key, new Verification(hash, client, verification)));
        waiting.put(hash, verification); // Not before: there may be no memory for the thread.
        return verification;
    }

    private record Verification(String hash, String client, CompletableFuture<Optional<StoredKey>> outcome) {}

    private void verify(String key, Verification verification) {
        try {
            Optional<StoredKey> right = verifier.apply(key);
            right.ifPresent(stored -> {
                known.put(stored.id(), new Known(verification.hash(), stored));
                tries.giveBack(verification.client());
            });
            ended(verification.hash());
            verification.outcome().complete(right);
        } catch (RuntimeException | Error e) {
            ended(verification.hash());
            verification.outcome().completeExceptionally(e);
        }
    }

    /** How many are being verified or wait for it. */
    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized void ended(String hash) {
        waiting.remove(hash);
    }

    private String fastHash(String key) {
        try {
            Mac mac = Mac.getInstance(FAST_HASH);
            mac.init(ours);
            return HexFormat.of().formatHex(mac.doFinal(bytes(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + FAST_HASH, e); // Every one must.
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The same for whatever is wrong. */
    private static Refused unknown() {
        return refused(
                "Bearer error=\"invalid_token\"",
                "The header " + HEADER + " has no key that this server knows: send one, once, as Bearer KEY.");
    }

    private static Refused refused(String challenge, String detail) {
        return new Refused(Problem.unauthorized(detail), Map.of("WWW-Authenticate", challenge));
    }
}
