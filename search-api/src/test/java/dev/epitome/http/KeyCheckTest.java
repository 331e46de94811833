package dev.epitome.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.epitome.keys.Role;
import dev.epitome.keys.StoredKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What keys cost, right ones and wrong ones, and whom. */
final class KeyCheckTest {

    private static final TestKeys MADE = new TestKeys();
    private static final String NEVER = "epi_zzzzzzzz_" + "x".repeat(43);

    private final AtomicInteger verified = new AtomicInteger();
    private final AtomicLong time = new AtomicLong();
    private final CountDownLatch held = new CountDownLatch(1);
    private volatile boolean holding;

    private final KeyCheck check = new KeyCheck(this::verify, time::get);

    private Optional<StoredKey> verify(String key) {
        verified.incrementAndGet();
        if (holding) {
            awaitRelease();
        }
        return known(key);
    }

    /** At once: what it costs to derive a hash is not what is asked here. */
    private static Optional<StoredKey> known(String key) {
        return MADE.all().all().stream()
                .filter(stored -> key.equals(MADE.to(stored.role())))
                .findFirst();
    }

    private void awaitRelease() {
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRightKeyIsVerifiedOnceAndThenKnown() {
        for (int i = 0; i < 5; i++) {
            assertThat(check.holder(MADE.to(Role.WRITE), "a").role()).isEqualTo(Role.WRITE);
            assertThat(check.holder(MADE.to(Role.READ), "b").role()).isEqualTo(Role.READ);
        }
        assertThat(verified).hasValue(2);
    }

    @Test
    void aWrongKeyIsVerifiedEachTimeWhateverOfItIsWrongAndWhateverIsKnownOfItsId() {
        String right = MADE.to(Role.ADMIN);
        String otherSecret = right.substring(0, right.length() - 1) + (right.endsWith("A") ? "B" : "A");
        for (String wrong : List.of(otherSecret, NEVER, right.replaceFirst("epi_.{8}", "epi_aaaaaaaa"))) {
            int before = verified.get();
            assertThat(unauthorized(wrong)).isEqualTo(unauthorized(wrong));
            assertThat(verified).hasValue(before + 2);
        }
        check.holder(right, "a");
        int before = verified.get();
        unauthorized(otherSecret);
        assertThat(verified).hasValue(before + 1);
    }

    @Test
    void whatHasNotTheFormOfAKeyCostsNothing() {
        String right = MADE.to(Role.ADMIN);
        for (String wrong : List.of("", "x", right.substring(1), right.substring(0, right.length() - 1), right + "A")) {
            unauthorized(wrong);
        }
        assertThat(verified).hasValue(0);
    }

    @Test
    void whoTriesTooManyKeysIsToldToWaitAndOthersAreNot() {
        for (int i = 0; i < 10; i++) {
            unauthorized(NEVER);
        }
        Refused wait = refused(NEVER, "a");
        assertThat(wait.problem().status()).isEqualTo(429);
        assertThat(wait.headers()).containsEntry("Retry-After", "6");
        assertThat(verified).hasValue(10);
        check.holder(MADE.to(Role.READ), "b");
        // Of b it is known now, for whom it may be.
        check.holder(MADE.to(Role.READ), "a");
        assertThat(refused(MADE.to(Role.WRITE), "a").problem().status()).isEqualTo(429);
        time.addAndGet(Duration.ofSeconds(6).toNanos());
        check.holder(MADE.to(Role.WRITE), "a");
        // A right one did not count.
        unauthorized(NEVER);
        assertThat(refused(NEVER, "a").problem().status()).isEqualTo(429);
    }

    @Test
    void whileOthersAreVerifiedAKnownKeyIsAnsweredAndFewMayWait() {
        check.holder(MADE.to(Role.READ), "known");
        holding = true;
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
        List<CompletableFuture<StoredKey>> waiting = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String key = "epi_zzzzzz" + (i + 10) + "_" + "x".repeat(43);
            String client = "client " + i;
            waiting.add(CompletableFuture.supplyAsync(() -> check.holder(key, client), clients));
            waiting.add(CompletableFuture.supplyAsync(() -> check.holder(key, client), clients));
        }
        while (check.waiting() < 16) {
            Thread.onSpinWait();
        }
        assertThat(refused(NEVER, "late").problem().status()).isEqualTo(503);
        assertThat(check.holder(MADE.to(Role.READ), "known").role()).isEqualTo(Role.READ);
        holding = false;
        held.countDown();
        waiting.forEach(each -> assertThatThrownBy(each::join).hasCauseInstanceOf(Refused.class));
        clients.close();
    }

    @Test
    void afterAFailureTheNextIsVerified() {
        AtomicInteger calls = new AtomicInteger();
        KeyCheck failing = new KeyCheck(
                key -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new IllegalStateException("once");
                    }
                    return known(key);
                },
                time::get);
        assertThatThrownBy(() -> failing.holder(MADE.to(Role.READ), "a")).hasRootCauseMessage("once");
        assertThat(failing.holder(MADE.to(Role.READ), "a").role()).isEqualTo(Role.READ);
    }

    private String unauthorized(String key) {
        Refused refusal = refused(key, "a");
        assertThat(refusal.problem().status()).as(refusal.problem().detail()).isEqualTo(401);
        assertThat(refusal.headers()).containsEntry("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        return refusal.problem().detail();
    }

    private Refused refused(String key, String client) {
        return catchThrowableOfType(Refused.class, () -> check.holder(key, client));
    }
}
