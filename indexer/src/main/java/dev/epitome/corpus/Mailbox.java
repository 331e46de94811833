package dev.epitome.corpus;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mails of a file, one after another: of an mbox they begin at lines such as {@code From a@b.org Fri Mar 15
 * 09:00:00 2024} that follow an empty line, any other file is one mail.
 */
final class Mailbox {

    /** The most bytes of a mail that are kept: its text stands before its attachments. */
    static final int MAX_MAIL = 32 << 20;

    private static final Pattern START = Pattern.compile("From .{0,500}\\d{1,2}:\\d\\d.*", Pattern.DOTALL);
    private static final Pattern QUOTED_START = Pattern.compile("(?s)>+From .*");
    private static final int LOOKED_AT = 600;

    private final InputStream in;
    private final boolean several;
    private byte @Nullable [] ahead;
    private @Nullable IOException failure;

    /**
     * One mail.
     *
     * @param cut whether there was more of it
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, and compared with nothing
    record Mail(byte[] bytes, boolean cut) {}

    private Mailbox(InputStream in, boolean several, byte @Nullable [] ahead) {
        this.in = in;
        this.several = several;
        this.ahead = ahead;
    }

    static Mailbox of(InputStream bytes) throws IOException {
        InputStream in = new BufferedInputStream(bytes, 1 << 16);
        byte[] first = line(in);
        while (first != null && start(first).isBlank()) {
            first = line(in);
        }
        first = first == null ? null : unmarked(first);
        boolean several = first != null && start(first).startsWith("From ");
        return new Mailbox(in, several, several ? line(in) : first);
    }

    /**
     * The next mail; null at the end.
     *
     * @throws IOException only after all mails, and what there is of the one that the failure cuts
     */
    @Nullable
    Mail next() throws IOException {
        byte[] line = ahead;
        if (line == null && failure != null) {
            throw failure;
        }
        if (line == null) {
            return null;
        }
        ahead = null;
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        boolean cut = false;
        boolean afterEmpty = false;
        while (line != null) {
            String start = several ? start(line) : "";
            if (afterEmpty && START.matcher(start).matches()) {
                ahead = tried();
                break;
            }
            afterEmpty = several && start.isBlank();
            int skipped = QUOTED_START.matcher(start).matches() ? 1 : 0;
            if (mail.size() + line.length <= MAX_MAIL) {
                mail.write(line, skipped, line.length - skipped);
            } else {
                cut = true;
            }
            line = tried();
        }
        return new Mail(mail.toByteArray(), cut);
    }

    private byte @Nullable [] tried() {
        try {
            return line(in);
        } catch (IOException e) {
            failure = e;
            return null;
        }
    }

    private static byte[] unmarked(byte[] line) {
        return Arrays.copyOfRange(line, Encoding.markLength(line), line.length);
    }

    private static String start(byte[] line) {
        return new String(line, 0, Math.min(line.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    }

    /** The next line with its end, or so much of it as a mail may have; null at the end. */
    private static byte @Nullable [] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(120);
        for (int one = in.read(); one >= 0; one = in.read()) {
            if (line.size() < MAX_MAIL) {
                line.write(one);
            }
            if (one == '\n') {
                return line.toByteArray();
            }
        }
        return line.size() == 0 ? null : line.toByteArray();
    }
}
