package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.corpus.ExportLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;

/**
 * All articles of an index, read one after the other: the newest first, those without a date last, equals by their id.
 * So the same articles come in the same order, whatever segments they are in. An index that another analysis made is
 * read, too, since its articles are only copied.
 *
 * <p>What is published after this was opened is not seen. For one thread; holds files of the index until it is closed.
 */
public final class StoredArticles implements AutoCloseable {

    private final DirectoryReader reader;
    private final String where;

    private StoredArticles(DirectoryReader reader, String where) {
        this.reader = reader;
        this.where = where;
    }

    private record Stored(Article article, Origin origin) {}

    /**
     * Opens the index in a directory of the file system.
     *
     * @throws EpitomeException of kind {@link Kind#INDEX_MISSING} when there is none, of kind
     *     {@link Kind#INDEX_INCOMPATIBLE} or {@link Kind#INDEX_FOREIGN} when this version cannot read it, of kind
     *     {@link Kind#INDEX_DAMAGED} when it cannot be opened
     */
    public static StoredArticles open(Path index) {
        Objects.requireNonNull(index, "index");
        Directory directory = IndexDirectory.openForReading(index);
        try {
            return open(directory);
        } finally {
            // A reader has opened what it needs of it.
            IOUtils.closeWhileHandlingException(directory);
        }
    }

    /** The same of any directory of Lucene's, such as one in memory. It stays the caller's. */
    public static StoredArticles open(Directory index) {
        Objects.requireNonNull(index, "index");
        String where = IndexDirectory.where(index);
        String unused = IndexDirectory.newestCommit(index);
        try {
            DirectoryReader reader = DirectoryReader.open(index);
            try {
                IndexInfo.requireSchema(reader.getIndexCommit().getUserData(), where);
                return new StoredArticles(reader, where);
            } catch (IOException | RuntimeException e) {
                IOUtils.closeWhileSuppressingExceptions(e, reader);
                throw e;
            }
        } catch (IOException e) {
            throw damaged(where, e);
        }
    }

    private static EpitomeException damaged(String where, Exception e) {
        return new EpitomeException(Kind.INDEX_DAMAGED, "the articles of " + where + " cannot be read: " + e, e);
    }

    /** How many there are. */
    public long count() {
        return reader.numDocs();
    }

    /**
     * Reads them as they are asked for, in little memory. The stream ends with an {@link EpitomeException} of kind
     * {@link Kind#INDEX_DAMAGED} where one cannot be read.
     */
    public Stream<Article> articles() {
        return stored().map(Stored::article);
    }

    /**
     * The lines of an export, without their ends. {@link Reindex} of a file of them makes an index of the same
     * articles, under the same ids and with the same origins. Read as {@link #articles()} are.
     */
    public Stream<String> lines() {
        return Stream.concat(
                Stream.of(ExportLines.head(count())), stored().map(one -> ExportLines.of(one.article(), one.origin())));
    }

    private Stream<Stored> stored() {
        try {
            Merged all = new Merged();
            return StreamSupport.stream(
                    Spliterators.spliterator(all, count(), Spliterator.ORDERED | Spliterator.NONNULL), false);
        } catch (IOException | RuntimeException e) {
            throw damaged(where, e);
        }
    }

    @Override
    public void close() {
        IOUtils.closeWhileHandlingException(reader);
    }

    /** Of each segment the next one, the first of them next. */
    private final class Merged implements Iterator<Stored> {

        private final PriorityQueue<Segment> segments = new PriorityQueue<>();
        private final ArticleCodec codec = new ArticleCodec(Wordbook.of(reader));

        Merged() throws IOException {
            for (LeafReaderContext leaf : reader.leaves()) {
                Segment segment = new Segment(leaf);
                if (segment.advance()) {
                    segments.add(segment);
                }
            }
        }

        @Override
        public boolean hasNext() {
            return !segments.isEmpty();
        }

        @Override
        public Stored next() {
            Segment first = segments.poll();
            if (first == null) {
                throw new NoSuchElementException();
            }
            try {
                Stored stored = first.stored(codec);
                if (first.advance()) {
                    segments.add(first);
                }
                return stored;
            } catch (IOException | RuntimeException | InternalError e) {
                throw damaged(where, e instanceof Exception some ? some : new IOException(e));
            }
        }
    }

    /** A segment at one of its documents, which it has in the order of {@link IndexFields#newestFirst()}. */
    private static final class Segment implements Comparable<Segment> {

        private final int number;
        private final int documents;
        private final Bits live;
        private final SortedNumericDocValues dates;
        private final SortedDocValues ids;
        private final BinaryDocValues articles;
        private final SortedDocValues origins;
        private final NumericDocValues places;
        private int at = -1;
        private long date;
        private BytesRef id = new BytesRef();

        Segment(LeafReaderContext context) throws IOException {
            LeafReader leaf = context.reader();
            number = context.ord;
            documents = leaf.maxDoc();
            live = leaf.getLiveDocs() == null ? new Bits.MatchAllBits(documents) : leaf.getLiveDocs();
            dates = DocValues.getSortedNumeric(leaf, IndexFields.PUBLISHED_FIRST);
            ids = DocValues.getSorted(leaf, IndexFields.ID);
            articles = DocValues.getBinary(leaf, IndexFields.ARTICLE);
            origins = DocValues.getSorted(leaf, IndexFields.ORIGIN);
            places = DocValues.getNumeric(leaf, IndexFields.ORIGIN_NUMBER);
        }

        /** Goes on to the next that is not deleted; false where there is none. */
        boolean advance() throws IOException {
            do {
                at++;
            } while (at < documents && !live.get(at));
            if (at == documents) {
                return false;
            }
            date = dates.advanceExact(at) ? dates.nextValue() : Long.MIN_VALUE;
            require(ids.advanceExact(at));
            id = ids.lookupOrd(ids.ordValue());
            return true;
        }

        Stored stored(ArticleCodec codec) throws IOException {
            require(articles.advanceExact(at) && origins.advanceExact(at) && places.advanceExact(at));
            BytesRef origin = origins.lookupOrd(origins.ordValue());
            return new Stored(
                    codec.decodeArticle(articles.binaryValue()), ArticleCodec.decodeOrigin(origin, places.longValue()));
        }

        private void require(boolean isThere) throws IOException {
            if (!isThere) {
                throw new CorruptIndexException(
                        "article " + at + " is not there, or its origin or id is not", "segment " + number);
            }
        }

        @Override
        public int compareTo(Segment other) {
            int newer = Long.compare(other.date, date);
            int byId = newer == 0 ? id.compareTo(other.id) : newer;
            return byId == 0 ? Integer.compare(number, other.number) : byId;
        }
    }
}
