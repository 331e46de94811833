package dev.epitome.index;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.article.PublicationDate;
import dev.epitome.article.PublicationDate.Precision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * Writes an article as bytes and reads it back, the same. An absent member is an empty text or a zero, which no present
 * one can be; each text is packed by the {@link Wordbook} of the index, its length before it. More may follow the last
 * member, and is passed over. The form belongs to {@link IndexInfo#SCHEMA}. For one thread.
 */
public final class ArticleCodec {

    private final Wordbook.Reading reading;

    /** Reads what was packed by that book. */
    public ArticleCodec(Wordbook book) {
        this.reading = Objects.requireNonNull(book, "book").new Reading();
    }

    static BytesRef encode(Article article, WordPacker packer) {
        return encode(article, packer::pack);
    }

    /** The same in plain words, whatever the book: what an article is known by. */
    static BytesRef plain(Article article) {
        return encode(article, text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static BytesRef encode(Article article, Function<String, byte[]> packing) {
        return written(out -> {
            TextOutput texts = text -> {
                byte[] packed = packing.apply(text);
                out.writeVInt(packed.length);
                out.writeBytes(packed, packed.length);
            };
            texts.write(article.id());
            texts.write(article.title());
            texts.write(article.summary());
            texts.write(article.url().orElse(""));
            texts.write(article.source().orElse(""));
            writeAll(out, texts, article.authors());
            texts.write(article.type().orElse(""));
            writeAll(out, texts, article.tags());
            writeDate(out, article.published());
            out.writeVInt(article.rank().orElse(0));
        });
    }

    private static void writeDate(DataOutput out, Optional<PublicationDate> date) throws IOException {
        out.writeByte(date.map(some -> code(some.precision())).orElse((byte) 0));
        if (date.isPresent()) {
            out.writeZInt((int) date.get().firstDay().toEpochDay());
        }
    }

    private static byte code(Precision precision) {
        return switch (precision) {
            case YEAR -> 1;
            case MONTH -> 2;
            case DAY -> 3;
        };
    }

    private static Precision precision(byte code) throws IOException {
        return switch (code) {
            case 1 -> Precision.YEAR;
            case 2 -> Precision.MONTH;
            case 3 -> Precision.DAY;
            default -> throw new IOException("a date of precision " + code);
        };
    }

    /** All but the number of its place, so that those of one file have the same, and it is kept once. */
    static BytesRef encode(Origin origin) {
        return written(out -> {
            out.writeString(origin.file());
            out.writeString(origin.unit().name());
            out.writeString(origin.digest().orElse(""));
            out.writeString(origin.saved().map(PublicationDate::toString).orElse(""));
            Instant readAt = origin.readAt();
            out.writeLong(readAt.getEpochSecond());
            out.writeVInt(readAt.getNano());
        });
    }

    /**
     * Reads what {@link IndexFields#ARTICLE} holds. It was checked when it was written.
     *
     * @throws IOException where it is no article, or of another book
     */
    public Article decodeArticle(BytesRef bytes) throws IOException {
        Objects.requireNonNull(bytes, "bytes");
        return decode(bytes, true);
    }

    /** The same with an empty summary, for those who do not show it. */
    public Article decodeWithoutSummary(BytesRef bytes) throws IOException {
        Objects.requireNonNull(bytes, "bytes");
        return decode(bytes, false);
    }

    private Article decode(BytesRef bytes, boolean withSummary) throws IOException {
        ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        try {
            String id = text(in, bytes);
            String title = text(in, bytes);
            String summary = "";
            if (withSummary) {
                summary = text(in, bytes);
            } else {
                in.skipBytes(in.readVInt());
            }
            Optional<String> url = some(text(in, bytes));
            Optional<String> source = some(text(in, bytes));
            List<String> authors = all(in, bytes);
            Optional<String> type = some(text(in, bytes));
            List<String> tags = all(in, bytes);
            Optional<PublicationDate> published = date(in);
            int rank = in.readVInt();
            OptionalInt place = rank == 0 ? OptionalInt.empty() : OptionalInt.of(rank);
            return new Article(id, title, summary, url, source, authors, type, tags, published, place);
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("an article that ends too soon", e);
        }
    }

    private String text(ByteArrayDataInput in, BytesRef bytes) throws IOException {
        int length = in.readVInt();
        int from = in.getPosition();
        in.skipBytes(length);
        if (length < 0 || from + length > bytes.offset + bytes.length) {
            throw new IOException("a text that ends too late");
        }
        return reading.text(bytes.bytes, from, from + length);
    }

    private static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private List<String> all(ByteArrayDataInput in, BytesRef bytes) throws IOException {
        int count = in.readVInt();
        if (count < 0 || count > Article.MAX_LIST) {
            throw new IOException("a list of " + count + " texts");
        }
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = text(in, bytes);
        }
        return List.of(texts);
    }

    private static Optional<PublicationDate> date(DataInput in) throws IOException {
        byte code = in.readByte();
        return code == 0
                ? Optional.empty()
                : Optional.of(new PublicationDate(LocalDate.ofEpochDay(in.readZInt()), precision(code)));
    }

    /**
     * Reads what {@link IndexFields#ORIGIN} holds.
     *
     * @param number what {@link IndexFields#ORIGIN_NUMBER} does
     */
    public static Origin decodeOrigin(BytesRef bytes, long number) throws IOException {
        Objects.requireNonNull(bytes, "bytes");
        DataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        return new Origin(
                in.readString(),
                Unit.valueOf(in.readString()),
                number,
                some(in.readString()),
                PublicationDate.parse(in.readString()),
                Instant.ofEpochSecond(in.readLong(), in.readVInt()));
    }

    private interface TextOutput {
        void write(String text) throws IOException;
    }

    private interface Writing {
        void to(DataOutput out) throws IOException;
    }

    private static BytesRef written(Writing writing) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    private static void writeAll(DataOutput out, TextOutput output, List<String> texts) throws IOException {
        out.writeVInt(texts.size());
        for (String text : texts) {
            output.write(text);
        }
    }
}
