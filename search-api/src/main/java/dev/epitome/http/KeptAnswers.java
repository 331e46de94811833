package dev.epitome.http;

import dev.epitome.Sha256;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was answered to requests that bear an {@code Idempotency-Key}, kept for a day: a client that did not get the
 * answer sends the same again, and nothing is done twice. An answer that was given is there after the process, too,
 * where there is a folder for it. Any number of threads may use it.
 */
final class KeptAnswers {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger LOG = System.getLogger(KeptAnswers.class.getName());
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final Duration DAY = Duration.ofDays(1);

    /** Of all answers together; the oldest go first. */
    private static final long MOST_BYTES = 64 << 20;

    /** What an answer takes in memory beside its text, about. */
    private static final int BYTES_OF_EACH = 400;

    private static final int DIGEST_BYTES = 32;
    private static final String UNFINISHED = ".new";

    private final Optional<Path> folder;
    private final InstantSource clock;
    private final Map<String, Kept> answers = new LinkedHashMap<>();
    private final Set<String> working = new HashSet<>();
    private long bytes;
    private boolean isRead;

    /** An answer, and the digest of the body that it is to. */
    private static final class Kept {
        private final Instant at;
        private final byte[] digest;
        private final byte[] answer;

        Kept(Instant at, byte[] digest, byte[] answer) {
            this.at = at;
            this.digest = digest;
            this.answer = answer;
        }
    }

    /** @param folder where they outlive the process; made when there is something for it */
    KeptAnswers(Optional<Path> folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * What a request is known by: its key, of whoever sent it, for what it asks.
     *
     * @param asked beside the body
     * @return empty where it has no key
     * @throws Refused where its key can be none
     */
    static Optional<String> key(Context context, String asked) {
        String key = context.header(HEADER);
        if (key == null) {
            return Optional.empty();
        }
        if (!KEY.matcher(key).matches()) {
            throw new Refused(Problem.invalidKey());
        }
        String known = String.join("\n", RequestFacts.holder(context), context.path(), asked, key);
        return Optional.of(HexFormat.of().formatHex(Sha256.digest().digest(known.getBytes(StandardCharsets.UTF_8))));
    }

    /**
     * Gives the answer that the same request had before, or does the work.
     *
     * @param key by which it is known
     * @param work makes the answer of the body, all of which need not be read
     * @throws Refused where the same is being worked on, and where the key was used with another body
     */
    byte[] answer(Context context, String key, InputStream body, Function<InputStream, byte[]> work)
            throws IOException {
        Optional<Kept> before = begin(key);
        try {
            DigestInputStream sent = new DigestInputStream(body, Sha256.digest());
            byte[] answer = before.isPresent() ? before.get().answer : work.apply(sent);
            sent.transferTo(OutputStream.nullOutputStream());
            byte[] digest = sent.getMessageDigest().digest();
            if (before.isEmpty()) {
                keep(key, new Kept(clock.instant(), digest, answer));
            } else if (MessageDigest.isEqual(digest, before.get().digest)) {
                context.header(REPLAYED, "true");
            } else {
                throw new Refused(Problem.keyReused());
            }
            return answer;
        } finally {
            end(key);
        }
    }

    private synchronized Optional<Kept> begin(String key) {
        if (!isRead) {
            isRead = true;
            read();
        }
        dropOld();
        if (!working.add(key)) {
            throw new Refused(Problem.conflict("The same request is being worked on: wait, and send it again."));
        }
        return Optional.ofNullable(answers.get(key));
    }

    private synchronized void end(String key) {
        working.remove(key);
    }

    private synchronized void keep(String key, Kept kept) {
        remember(key, kept);
        dropOld();
        if (folder.isPresent()) {
            try {
                write(folder.get(), key, kept);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "an answer is not kept beyond this process", e);
            }
        }
    }

    private void remember(String key, Kept kept) {
        answers.put(key, kept);
        bytes += BYTES_OF_EACH + kept.answer.length;
    }

    private void dropOld() {
        Instant oldest = clock.instant().minus(DAY);
        Iterator<Map.Entry<String, Kept>> first = answers.entrySet().iterator();
        while (first.hasNext()) {
            Map.Entry<String, Kept> next = first.next();
            if (bytes <= MOST_BYTES && next.getValue().at.isAfter(oldest)) {
                return;
            }
            first.remove();
            bytes -= BYTES_OF_EACH + next.getValue().answer.length;
            folder.ifPresent(some -> delete(some.resolve(next.getKey())));
        }
    }

    /** As a whole or not at all, and safe before the answer is given. */
    private static void write(Path folder, String key, Kept kept) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(key);
        Path unfinished = folder.resolve(key + UNFINISHED);
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer content = ByteBuffer.allocate(DIGEST_BYTES + kept.answer.length)
                    .put(kept.digest)
                    .put(kept.answer)
                    .flip();
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What an earlier process answered. What cannot be read is as if it had not been answered. */
    private void read() {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return;
        }
        Map<String, Kept> found = new HashMap<>();
        try (Stream<Path> files = Files.list(folder.get())) {
            for (Path file : files.toList()) {
                byte[] content = Files.readAllBytes(file);
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(UNFINISHED) || content.length < DIGEST_BYTES) {
                    delete(file);
                    continue;
                }
                Instant at = Files.getLastModifiedTime(file).toInstant();
                byte[] digest = Arrays.copyOf(content, DIGEST_BYTES);
                found.put(name, new Kept(at, digest, Arrays.copyOfRange(content, DIGEST_BYTES, content.length)));
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, "what was answered before cannot be read", e);
        }
        found.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().at))
                .forEach(entry -> remember(entry.getKey(), entry.getValue()));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "not deleted", e); // It is tried again by the next process.
        }
    }
}
