package dev.epitome.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import org.apache.lucene.util.ArrayUtil;

/**
 * Chooses the words of a {@link Wordbook} by a sample of texts: words with the space before them, whole short values,
 * pieces of words that are too rare to be there, and in two rounds what often follows each other. The same for the same
 * texts in the same order. Texts are held as characters of one byte each, which stand for their UTF-8.
 */
final class WordbookTraining {

    private static final int LEAST_USES = 3;
    private static final int LEAST_PAIRS = 8;
    private static final int PAIRING_ROUNDS = 2;
    private static final int MOST_PIECES = 3_000;
    private static final int LONGEST_PIECE = 6;
    private static final int LONGEST_VALUE = 64;
    private static final int LONGEST_WORD = 24;

    /** Of each round. */
    private static final int MOST_PAIRS = 12_000;

    private static final int MOST_WORDS = 30_000;

    private static final Comparator<Entry<String, Integer>> MOST_USED =
            Entry.<String, Integer>comparingByValue().reversed().thenComparing(Entry.comparingByKey());

    private final List<byte[]> sample;

    private WordbookTraining(List<byte[]> sample) {
        this.sample = sample;
    }

    /** @param texts of which the book is to write many such */
    static Wordbook learn(Collection<String> texts) {
        return new WordbookTraining(texts.stream()
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList())
                .learn();
    }

    private Wordbook learn() {
        Set<String> words = new LinkedHashSet<>();
        for (int word = 0; word < Wordbook.EMPTY.size(); word++) {
            words.add(latin(Wordbook.EMPTY.word(word)));
        }
        words.addAll(frequent());
        for (int round = 0; round < PAIRING_ROUNDS; round++) {
            words.addAll(pairs(new WordPacker(book(words))));
        }
        return ranked(new WordPacker(book(words)));
    }

    private static Wordbook book(Collection<String> words) {
        return new Wordbook(words.stream()
                .map(word -> word.getBytes(StandardCharsets.ISO_8859_1))
                .toList());
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Words and values, and pieces of those that are not frequent. */
    private List<String> frequent() {
        Map<String, Integer> uses = new HashMap<>();
        for (byte[] text : sample) {
            if (text.length <= LONGEST_VALUE) {
                uses.merge(latin(text), 1, Integer::sum);
            }
            for (int from = 0; from < text.length; ) {
                int end = endOfWord(text, from);
                uses.merge(new String(text, from, end - from, StandardCharsets.ISO_8859_1), 1, Integer::sum);
                from = end;
            }
        }
        Map<String, Integer> pieces = new HashMap<>();
        uses.forEach((word, count) -> {
            if (count < LEAST_USES && word.length() <= LONGEST_WORD) {
                addPieces(pieces, word);
            }
        });
        List<String> frequent = new ArrayList<>();
        uses.entrySet().stream()
                .filter(word -> word.getValue() >= LEAST_USES && word.getKey().length() > 1)
                .sorted(MOST_USED)
                .limit(MOST_WORDS)
                .forEach(word -> frequent.add(word.getKey()));
        pieces.entrySet().stream()
                .filter(piece -> piece.getValue() >= LEAST_PAIRS)
                .sorted(MOST_USED)
                .limit(MOST_PIECES)
                .forEach(piece -> frequent.add(piece.getKey()));
        return frequent;
    }

    private static void addPieces(Map<String, Integer> pieces, String word) {
        for (int length = 2; length <= LONGEST_PIECE; length++) {
            for (int from = 0; from + length <= word.length(); from++) {
                pieces.merge(word.substring(from, from + length), length - 1, Integer::sum);
            }
        }
    }

    private static int endOfWord(byte[] text, int from) {
        int at = text[from] == ' ' && from + 1 < text.length ? from + 1 : from;
        if (!isOfWord(text[at])) {
            return at + 1;
        }
        int most = Math.min(text.length, at + LONGEST_WORD);
        while (at < most && isOfWord(text[at])) {
            at++;
        }
        return at;
    }

    private static boolean isOfWord(byte one) {
        int letter = one | 0x20;
        return one < 0 || (letter >= 'a' && letter <= 'z') || (one >= '0' && one <= '9');
    }

    /** What often stands side by side. */
    private List<String> pairs(WordPacker packer) {
        Pairs pairs = new Pairs(packer.book());
        for (byte[] text : sample) {
            pairs.before = -1;
            packer.parse(text, pairs::add);
        }
        Map<String, Integer> uses = new HashMap<>();
        long[] all = ArrayUtil.copyOfSubArray(pairs.all, 0, pairs.count);
        Arrays.sort(all);
        for (int from = 0; from < all.length; ) {
            int end = from;
            while (end < all.length && all[end] == all[from]) {
                end++;
            }
            if (end - from >= LEAST_PAIRS) {
                byte[] first = packer.book().word((int) (all[from] >>> Integer.SIZE));
                byte[] second = packer.book().word((int) all[from]);
                if (first.length + second.length <= LONGEST_VALUE) {
                    uses.put(latin(first) + latin(second), end - from);
                }
            }
            from = end;
        }
        return uses.entrySet().stream()
                .sorted(MOST_USED)
                .limit(MOST_PAIRS)
                .map(Entry::getKey)
                .toList();
    }

    private static final class Pairs {

        private final Wordbook book;
        private long[] all = new long[1 << 10];
        private int count;
        private int before = -1;

        Pairs(Wordbook book) {
            this.book = book;
        }

        void add(int word) {
            boolean isLong = book.length(word) > 1;
            if (isLong && before >= 0) {
                all = ArrayUtil.grow(all, count + 1);
                all[count++] = ((long) before << Integer.SIZE) | word;
            }
            before = isLong ? word : -1;
        }
    }

    /** The most used first; what is not used twice after all is left out. */
    private Wordbook ranked(WordPacker packer) {
        Wordbook book = packer.book();
        int[] uses = new int[book.size()];
        sample.forEach(text -> packer.parse(text, word -> uses[word]++));
        List<Integer> ranked = new ArrayList<>();
        for (int word = 0; word < uses.length; word++) {
            if (book.length(word) == 1) {
                // Other texts than those of the sample may need it.
                uses[word] += LEAST_PAIRS;
            }
            if (uses[word] >= 2) {
                ranked.add(word);
            }
        }
        ranked.sort(Comparator.comparingInt((Integer word) -> -uses[word]));
        return new Wordbook(ranked.stream().map(book::word).toList());
    }
}
