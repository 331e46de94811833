package dev.epitome.index;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.article.PublicationDate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * Writes an article as bytes and reads it back, the same. An absent member is an empty text or a zero, which no present
 * one can be. The form belongs to {@link IndexInfo#SCHEMA}.
 */
public final class ArticleCodec {

    private ArticleCodec() {}

    static BytesRef encode(Article article) {
        return written(out -> {
            out.writeString(article.id());
            out.writeString(article.title());
            out.writeString(article.summary());
            out.writeString(article.url().orElse(""));
            out.writeString(article.source().orElse(""));
            writeAll(out, article.authors());
            out.writeString(article.type().orElse(""));
            writeAll(out, article.tags());
            out.writeString(article.published().map(PublicationDate::toString).orElse(""));
            out.writeVInt(article.rank().orElse(0));
        });
    }

    static BytesRef encode(Origin origin) {
        return written(out -> {
            out.writeString(origin.file());
            out.writeString(origin.unit().name());
            out.writeVLong(origin.number());
            out.writeString(origin.digest().orElse(""));
            out.writeString(origin.saved().map(PublicationDate::toString).orElse(""));
            Instant readAt = origin.readAt();
            out.writeLong(readAt.getEpochSecond());
            out.writeVInt(readAt.getNano());
        });
    }

    /** Reads what {@link IndexFields#ARTICLE} holds. */
    public static Article decodeArticle(BytesRef bytes) throws IOException {
        Objects.requireNonNull(bytes, "bytes");
        return decode(bytes, true);
    }

    /** The same with an empty summary, for those who do not show it. */
    public static Article decodeWithoutSummary(BytesRef bytes) throws IOException {
        Objects.requireNonNull(bytes, "bytes");
        return decode(bytes, false);
    }

    private static Article decode(BytesRef bytes, boolean withSummary) throws IOException {
        DataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        String id = in.readString();
        Article.Builder article = Article.titled(in.readString()).id(id);
        if (withSummary) {
            article.summary(in.readString());
        } else {
            in.skipBytes(in.readVInt());
        }
        article.url(in.readString())
                .source(in.readString())
                .authors(readAll(in))
                .type(in.readString())
                .tags(readAll(in));
        PublicationDate.parse(in.readString()).ifPresent(article::published);
        int rank = in.readVInt();
        return (rank == 0 ? article : article.rank(rank)).build();
    }

    /** Reads what {@link IndexFields#ORIGIN} holds. */
    public static Origin decodeOrigin(BytesRef bytes) throws IOException {
        Objects.requireNonNull(bytes, "bytes");
        DataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        return new Origin(
                in.readString(),
                Unit.valueOf(in.readString()),
                in.readVLong(),
                Optional.of(in.readString()).filter(digest -> !digest.isEmpty()),
                PublicationDate.parse(in.readString()),
                Instant.ofEpochSecond(in.readLong(), in.readVInt()));
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

    private static void writeAll(DataOutput out, List<String> texts) throws IOException {
        out.writeVInt(texts.size());
        for (String text : texts) {
            out.writeString(text);
        }
    }

    private static List<String> readAll(DataInput in) throws IOException {
        int count = in.readVInt();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.readString());
        }
        return texts;
    }
}
