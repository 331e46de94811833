package dev.epitome.corpus;

import dev.epitome.Sha256;
import dev.epitome.article.Article;
import dev.epitome.corpus.Entry.Replaced;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the records of a run that are the same article. The address decides; without one, a name that people gave;
 * numbers that a file gives to its own records say nothing beyond it. Holds some fifty bytes an article: a million must
 * fit.
 */
final class Deduplicator {

    private static final int NONE = -1;
    private static final Pattern OWN_NUMBER = Pattern.compile("#?\\d*(?:\\.0+)?");

    private final Slots byAddress = new Slots();
    private final Slots byId = new Slots();
    private final List<Place> files = new ArrayList<>();
    private final Known known = new Known();

    /** Whether a text may name an article beyond its file: numbers do not, and addresses say where it is. */
    static boolean isName(String id) {
        return !OWN_NUMBER.matcher(id).matches() && !Article.isWebAddress(id);
    }

    /** An article under the id that it has in this run. */
    record Identified(Article article, Optional<Replaced> replaces) {}

    /**
     * Finds the id of an article.
     *
     * @param ownId what its file calls it
     * @param apart whether that distinguishes articles at one address
     */
    Identified identify(Article article, Optional<String> ownId, boolean apart, Place place) {
        int file = file(place);
        long address =
                article.url().map(url -> key("url", Article.sameAddress(url))).orElse(0L);
        long own = apart ? ownId.map(id -> key("own", id)).orElse(0L) : 0;
        int atAddress = address == 0 ? NONE : byAddress.get(address);
        boolean other = atAddress != NONE && known.isOther(atAddress, file, own);
        if (atAddress != NONE && !other) {
            return merged(article.withId(known.id(atAddress)), atAddress, file, place, "the same address");
        }
        Article named = other && ownId.isPresent() ? article.withOwnId(place.path(), ownId.get()) : article;
        int atId = byId.get(key("id", named.id()));
        long text = key("text", article.summary() + article.published());
        boolean byTitle = address == 0 && ownId.isEmpty();
        if (byTitle && atId != NONE && known.saysOther(atId, file, text)) {
            // Two editorials of one file are two articles, though both are called Editorial.
            named = named.withOwnId(named.id(), article.summary() + article.published());
            atId = byId.get(key("id", named.id()));
        } else if (atId != NONE && known.isElsewhere(atId, file, address)) {
            named = named.withoutId();
            atId = byId.get(key("id", named.id()));
        }
        if (atId != NONE) {
            byAddress.putIfAbsent(address, atId);
            return merged(named, atId, file, place, ownId.isPresent() ? "the same id" : "the same source and title");
        }
        int entry = known.add(named.id(), file, place.number(), own, address, text);
        byId.putIfAbsent(key("id", named.id()), entry);
        byAddress.putIfAbsent(address, entry);
        return new Identified(named, Optional.empty());
    }

    /** Finds that of an article of an index, which keeps its id, and is apart from all others of that index. */
    Identified identifyLasting(Article article, Place place) {
        int file = file(place);
        long address =
                article.url().map(url -> key("url", Article.sameAddress(url))).orElse(0L);
        int atId = byId.get(key("id", article.id()));
        if (atId != NONE) {
            byAddress.putIfAbsent(address, atId);
            return merged(article, atId, file, place, "the same id");
        }
        int atAddress = address == 0 ? NONE : byAddress.get(address);
        if (atAddress != NONE && known.fileOf[atAddress] != file) {
            return merged(article.withId(known.id(atAddress)), atAddress, file, place, "the same address");
        }
        long text = key("text", article.summary() + article.published());
        int entry = known.add(article.id(), file, place.number(), key("own", article.id()), address, text);
        byId.putIfAbsent(key("id", article.id()), entry);
        byAddress.putIfAbsent(address, entry);
        return new Identified(article, Optional.empty());
    }

    private Identified merged(Article article, int entry, int file, Place place, String why) {
        Place before = files.get(known.fileOf[entry]);
        Replaced merge = new Replaced(new Place(before.path(), before.unit(), known.numberOf[entry]), why);
        known.fileOf[entry] = file;
        known.numberOf[entry] = place.number();
        return new Identified(article, Optional.of(merge));
    }

    /** Input comes file after file, so only the last file can be the one at hand. */
    private int file(Place place) {
        boolean last = !files.isEmpty()
                && files.getLast().path().equals(place.path())
                && files.getLast().unit() == place.unit();
        if (!last) {
            files.add(place);
        }
        return files.size() - 1;
    }

    private static long key(String kind, String text) {
        // Among ten million articles two keys are the same by chance in one of 300,000 runs.
        long key = ByteBuffer.wrap(Sha256.of(kind + '\0' + text)).getLong();
        return key == 0 ? 1 : key;
    }

    /** What is known of each article, in columns. */
    private static final class Known {
        private int[] fileOf = new int[1024];
        private long[] numberOf = new long[1024];
        private long[] ownIdOf = new long[1024];
        private long[] addressOf = new long[1024];
        private long[] textOf = new long[1024];
        private byte[][] idOf = new byte[1024][];
        private int size;

        int add(String id, int file, long number, long ownId, long address, long text) {
            if (size == fileOf.length) {
                fileOf = Arrays.copyOf(fileOf, size * 2);
                numberOf = Arrays.copyOf(numberOf, size * 2);
                ownIdOf = Arrays.copyOf(ownIdOf, size * 2);
                addressOf = Arrays.copyOf(addressOf, size * 2);
                textOf = Arrays.copyOf(textOf, size * 2);
                idOf = Arrays.copyOf(idOf, size * 2);
            }
            fileOf[size] = file;
            numberOf[size] = number;
            ownIdOf[size] = ownId;
            addressOf[size] = address;
            textOf[size] = text;
            idOf[size] = id.getBytes(StandardCharsets.UTF_8);
            return size++;
        }

        String id(int entry) {
            return new String(idOf[entry], StandardCharsets.UTF_8);
        }

        /** A file that gives two ids means two articles, even at one address. */
        boolean isOther(int entry, int file, long ownId) {
            return fileOf[entry] == file && ownId != 0 && ownIdOf[entry] != 0 && ownIdOf[entry] != ownId;
        }

        /** The same title in one file, with another text or date, is another article. */
        boolean saysOther(int entry, int file, long text) {
            return fileOf[entry] == file && textOf[entry] != text;
        }

        /** The same id in another file at another address is another article. */
        boolean isElsewhere(int entry, int file, long address) {
            return fileOf[entry] != file && address != 0 && addressOf[entry] != 0 && addressOf[entry] != address;
        }
    }

    /** A table from 64 bit keys to entries, without boxes. A key of 0 is none. */
    private static final class Slots {
        private long[] keys = new long[1 << 11];
        private int[] entries = new int[1 << 11];
        private int used;

        int get(long key) {
            int slot = slot(keys, key);
            return key == 0 || keys[slot] == 0 ? NONE : entries[slot];
        }

        void putIfAbsent(long key, int entry) {
            int slot = slot(keys, key);
            if (key == 0 || keys[slot] != 0) {
                return;
            }
            keys[slot] = key;
            entries[slot] = entry;
            if (++used * 2 > keys.length) {
                grow();
            }
        }

        private void grow() {
            long[] more = new long[keys.length * 2];
            int[] moreEntries = new int[more.length];
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] != 0) {
                    int slot = slot(more, keys[i]);
                    more[slot] = keys[i];
                    moreEntries[slot] = entries[i];
                }
            }
            keys = more;
            entries = moreEntries;
        }

        private static int slot(long[] keys, long key) {
            int slot = (int) key & (keys.length - 1);
            while (keys[slot] != 0 && keys[slot] != key) {
                slot = (slot + 1) & (keys.length - 1);
            }
            return slot;
        }
    }
}
