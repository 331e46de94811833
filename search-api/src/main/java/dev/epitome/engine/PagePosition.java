package dev.epitome.engine;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.engine.Retriever.SortValues;
import dev.epitome.search.Cursor;
import dev.epitome.search.SearchResult.Relation;
import dev.epitome.search.SearchResult.Total;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins: all that a cursor holds. Nothing of it is remembered elsewhere, so that a cursor also works in
 * another engine over the same state.
 *
 * @param state that all pages are read from, by its id
 * @param today the day that all pages are counted from
 * @param fingerprint of the request
 * @param total as the first page had it: a lower bound could differ with how far a page lets the search pass over
 * @param before how many hits come before the page
 * @param last the hit right before the page
 */
record PagePosition(String state, LocalDate today, long fingerprint, Total total, int before, SortValues last) {

    private static final int VERSION = 1;

    private static final int BYTES_OF_STATE = 16;

    /** In characters. An id of the most characters, three bytes each, still fits. */
    private static final int LONGEST = 2_400;

    private static final HexFormat HEX = HexFormat.of();

    Cursor cursor() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.write(HEX.parseHex(state));
            out.writeLong(today.toEpochDay());
            out.writeLong(fingerprint);
            out.writeLong(total.value());
            out.writeBoolean(total.relation() == Relation.EQ);
            out.writeInt(before);
            out.writeFloat(last.score());
            out.writeLong(last.published());
            out.writeInt(last.rank());
            out.writeUTF(last.id());
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Cursor(encoded(bytes.toByteArray()));
    }

    /**
     * Reads a cursor.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_CURSOR} for what {@link #cursor()} did not make
     */
    static PagePosition of(Cursor cursor) {
        String token = cursor.token();
        if (token.length() > LONGEST) {
            throw notOurs(null);
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            int end = bytes.length - Integer.BYTES;
            // The decoder passes over bits that belong to no byte, and takes padding.
            if (end < 0 || !encoded(bytes).equals(token)) {
                throw notOurs(null);
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            PagePosition position = read(in);
            if (in.available() != Integer.BYTES || in.readInt() != checksum(bytes, end)) {
                throw notOurs(null);
            }
            return position;
        } catch (IllegalArgumentException | IOException | DateTimeException e) {
            throw notOurs(e);
        }
    }

    private static PagePosition read(DataInputStream in) throws IOException {
        if (in.readByte() != VERSION) {
            throw notOurs(null);
        }
        byte[] state = new byte[BYTES_OF_STATE];
        in.readFully(state);
        LocalDate today = LocalDate.ofEpochDay(in.readLong());
        long fingerprint = in.readLong();
        Total total = new Total(in.readLong(), in.readBoolean() ? Relation.EQ : Relation.GTE);
        int before = in.readInt();
        boolean counted = isCount(before) && isCount(total.value());
        if (!counted || !isOfOurTime(today)) {
            throw notOurs(null);
        }
        SortValues last = new SortValues(in.readFloat(), in.readLong(), in.readInt(), in.readUTF());
        return new PagePosition(HEX.formatHex(state), today, fingerprint, total, before, last);
    }

    private static boolean isCount(long articles) {
        return articles >= 1 && articles <= Integer.MAX_VALUE - 128;
    }

    /** Days are counted back from it, for a hundred years at most. */
    private static boolean isOfOurTime(LocalDate today) {
        return today.getYear() >= 1970 && today.getYear() <= 9999;
    }

    private static EpitomeException notOurs(@Nullable Exception cause) {
        return new EpitomeException(
                Kind.INVALID_CURSOR,
                "the cursor is none that a search has given, or not all of it: give it unchanged, or leave it out to"
                        + " get the first page",
                cause);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static int checksum(byte[] bytes, int end) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, end);
        return (int) sum.getValue();
    }
}
