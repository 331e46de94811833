package dev.epitome.alias;

import dev.epitome.alias.AliasDictionary.Meaning;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The meanings of a learned dictionary as bytes, in the order of their keys, read where they are asked for: of twenty
 * thousand acronyms a process asks for a few. Immutable, so any number of threads may ask it.
 */
final class AliasTable {

    private final ByteBuffer bytes;
    private final int size;
    private final int longest;
    private final String fingerprint;
    private final int places;

    private AliasTable(ByteBuffer bytes) {
        this.bytes = bytes;
        ByteBuffer header = bytes.duplicate();
        size = header.getInt();
        longest = header.getInt();
        fingerprint = text(header);
        places = header.position();
        if (size < 0 || (long) size * Integer.BYTES > header.remaining()) {
            throw new BufferUnderflowException();
        }
    }

    /** @throws BufferUnderflowException where these are no such bytes */
    static AliasTable of(byte[] written) {
        return new AliasTable(ByteBuffer.wrap(written));
    }

    static byte[] written(Map<String, List<Meaning>> meanings, int longest, String fingerprint) {
        Map<byte[], List<Meaning>> sorted = new TreeMap<>(Arrays::compareUnsigned);
        meanings.forEach((key, list) -> sorted.put(key.getBytes(StandardCharsets.UTF_8), list));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(written);
                DataOutputStream entry = new DataOutputStream(entries)) {
            out.writeInt(sorted.size());
            out.writeInt(longest);
            write(out, fingerprint.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<byte[], List<Meaning>> one : sorted.entrySet()) {
                out.writeInt(entry.size());
                write(entry, one.getKey());
                entry.writeShort(one.getValue().size());
                for (Meaning meaning : one.getValue()) {
                    write(entry, meaning.text().getBytes(StandardCharsets.UTF_8));
                }
            }
            entries.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return written.toByteArray();
    }

    private static void write(DataOutputStream out, byte[] text) throws IOException {
        out.writeInt(text.length);
        out.write(text);
    }

    int size() {
        return size;
    }

    int longest() {
        return longest;
    }

    String fingerprint() {
        return fingerprint;
    }

    /** Of a key; empty where it is not listed. */
    List<Meaning> meanings(String key) {
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            ByteBuffer entry = bytes.duplicate()
                    .position(places + size * Integer.BYTES + bytes.getInt(places + middle * Integer.BYTES));
            byte[] here = new byte[entry.getInt()];
            entry.get(here);
            int order = Arrays.compareUnsigned(here, wanted);
            if (order == 0) {
                return meanings(entry);
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return List.of();
    }

    private static List<Meaning> meanings(ByteBuffer entry) {
        int count = entry.getShort();
        List<Meaning> meanings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            meanings.add(new Meaning(text(entry), AliasOrigin.LEARNED));
        }
        return meanings;
    }

    private static String text(ByteBuffer from) {
        int length = from.getInt();
        if (length < 0 || length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] text = new byte[length];
        from.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
