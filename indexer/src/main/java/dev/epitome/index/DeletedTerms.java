package dev.epitome.index;

import dev.epitome.analysis.WordReader;
import dev.epitome.article.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.InvertableType;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.Bits.MatchAllBits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The terms of articles that were deleted or replaced, and are still among the postings: Lucene counts them in its
 * statistics until their segment is merged. With these taken off, an index scores at any moment as one that is made
 * anew of the articles that are left. Immutable; for all threads.
 *
 * <p>What an article that is gone has in the index is found out by making its document once more: nothing is kept for
 * that with the articles that stay. Each is gone through once, however often the index is opened anew.
 */
public final class DeletedTerms {

    /** Of an index in which nothing was deleted. */
    public static final DeletedTerms NONE = new DeletedTerms(Map.of());

    private final Map<Object, OfSegment> segments;

    private DeletedTerms(Map<Object, OfSegment> segments) {
        this.segments = segments;
    }

    /**
     * How often something is in the articles that are gone.
     *
     * @param articles how many have it
     * @param occurrences how often they have it together, each as the index weighs it
     */
    public record Count(int articles, long occurrences) {

        private static final Count ZERO = new Count(0, 0);

        private Count and(Count other) {
            return new Count(articles + other.articles, occurrences + other.occurrences);
        }
    }

    /**
     * How much of a field the articles that are gone have.
     *
     * @param articles how many have any term there
     * @param terms the sum over these articles of their different terms
     * @param occurrences the sum of all occurrences
     */
    public record FieldCount(int articles, long terms, long occurrences) {

        private static final FieldCount ZERO = new FieldCount(0, 0, 0);

        private FieldCount and(FieldCount other) {
            return new FieldCount(articles + other.articles, terms + other.terms, occurrences + other.occurrences);
        }
    }

    /**
     * Of what an index now has deleted.
     *
     * @param book by which its articles are written
     * @param before of an earlier state of the index, or {@link #NONE}: what it knows is not found out again
     * @param settings that the index was made with
     */
    public static DeletedTerms of(DirectoryReader reader, Wordbook book, DeletedTerms before, IndexSettings settings)
            throws IOException {
        Objects.requireNonNull(reader, "reader");
        Objects.requireNonNull(book, "book");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(settings, "settings");
        if (!reader.hasDeletions()) {
            return NONE;
        }
        Gathering gathering = new Gathering(new ArticleCodec(book), settings);
        Map<Object, OfSegment> segments = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            if (live != null) {
                Object key = leaf.reader().getCoreCacheHelper().getKey();
                segments.put(key, gathering.of(leaf.reader(), live, Optional.ofNullable(before.segments.get(key))));
            }
        }
        return new DeletedTerms(segments);
    }

    /** Whether nothing is to be taken off. */
    public boolean isEmpty() {
        return segments.isEmpty();
    }

    public Count of(Term term) {
        Objects.requireNonNull(term, "term");
        Count sum = Count.ZERO;
        for (OfSegment segment : segments.values()) {
            for (Map<Term, Count> layer : segment.layers()) {
                Count count = layer.get(term);
                sum = count == null ? sum : sum.and(count);
            }
        }
        return sum;
    }

    public FieldCount of(String field) {
        Objects.requireNonNull(field, "field");
        FieldCount sum = FieldCount.ZERO;
        for (OfSegment segment : segments.values()) {
            sum = sum.and(segment.fields().getOrDefault(field, FieldCount.ZERO));
        }
        return sum;
    }

    /**
     * What is gone of one segment.
     *
     * @param live what was left when it was gone through
     * @param count how many were gone: more may follow, and none comes back
     * @param layers of which each is at least twice as large as the next, so that a few more articles are added at the
     *     cost of these few, most of the time, and what earlier states hold stays as it is
     */
    private record OfSegment(Bits live, int count, List<Map<Term, Count>> layers, Map<String, FieldCount> fields) {

        OfSegment with(Bits now, int countNow, Map<Term, Count> terms, Map<String, FieldCount> more) {
            if (terms.isEmpty()) {
                return new OfSegment(now, countNow, layers, fields);
            }
            List<Map<Term, Count>> all = new ArrayList<>(layers);
            Map<Term, Count> last = terms;
            while (!all.isEmpty() && all.getLast().size() < 2 * last.size()) {
                Map<Term, Count> both = new HashMap<>(all.removeLast());
                last.forEach((term, count) -> both.merge(term, count, Count::and));
                last = both;
            }
            all.add(last);
            Map<String, FieldCount> sums = new HashMap<>(fields);
            more.forEach((field, count) -> sums.merge(field, count, FieldCount::and));
            return new OfSegment(now, countNow, all, sums);
        }
    }

    /** Makes the documents of articles once more. For one thread. */
    private static final class Gathering {

        private final ArticleCodec codec;
        private final IndexSettings settings;
        private final WordReader words = new WordReader();
        private final Analyzer analyzer = new KeywordAnalyzer();

        Gathering(ArticleCodec codec, IndexSettings settings) {
            this.codec = codec;
            this.settings = settings;
        }

        OfSegment of(LeafReader segment, Bits live, Optional<OfSegment> known) throws IOException {
            if (known.isPresent() && known.get().count() == segment.numDeletedDocs()) {
                return known.get();
            }
            Map<Term, Count> terms = new HashMap<>();
            Map<String, FieldCount> fields = new HashMap<>();
            BinaryDocValues articles = segment.getBinaryDocValues(IndexFields.ARTICLE);
            Bits before = known.map(OfSegment::live).orElse(new MatchAllBits(live.length()));
            Deletions.since(before, live, document -> {
                if (articles != null && articles.advanceExact(document)) {
                    add(codec.decodeArticle(articles.binaryValue()), terms, fields);
                }
            });
            return known.orElse(new OfSegment(live, 0, List.of(), Map.of()))
                    .with(live, segment.numDeletedDocs(), terms, fields);
        }

        private void add(Article article, Map<Term, Count> terms, Map<String, FieldCount> fields) throws IOException {
            Document document = IndexFields.searched(article, settings, words);
            Map<String, Map<Term, Long>> byField = new HashMap<>();
            for (IndexableField field : document) {
                if (field.fieldType().indexOptions() != IndexOptions.NONE) {
                    addTerms(field, byField.computeIfAbsent(field.name(), none -> new HashMap<>()));
                }
            }
            byField.forEach((field, counts) -> {
                counts.forEach((term, times) -> terms.merge(term, new Count(1, times), Count::and));
                long sum = counts.values().stream().mapToLong(Long::longValue).sum();
                fields.merge(field, new FieldCount(counts.isEmpty() ? 0 : 1, counts.size(), sum), FieldCount::and);
            });
        }

        private void addTerms(IndexableField field, Map<Term, Long> counts) throws IOException {
            if (field.invertableType() == InvertableType.BINARY) {
                counts.put(
                        new Term(field.name(), field.binaryValue()),
                        1L); // Where no more is told than that it is there.
                return;
            }
            try (TokenStream tokens = field.tokenStream(analyzer, null)) {
                TermToBytesRefAttribute term = tokens.addAttribute(TermToBytesRefAttribute.class);
                @Nullable TermFrequencyAttribute frequency = tokens.getAttribute(TermFrequencyAttribute.class);
                tokens.reset();
                while (tokens.incrementToken()) {
                    long times = frequency == null ? 1 : frequency.getTermFrequency();
                    counts.merge(new Term(field.name(), BytesRef.deepCopyOf(term.getBytesRef())), times, Long::sum);
                }
                tokens.end();
            }
        }
    }
}
