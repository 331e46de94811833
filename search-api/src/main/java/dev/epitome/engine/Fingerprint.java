package dev.epitome.engine;

import dev.epitome.Sha256;
import dev.epitome.article.PublicationDate;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.Freshness;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SearchRequest;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;

/**
 * Tells apart the requests that have other hits, or the same ones in another order: a cursor is for one of them only.
 * Weights and aliases count too. How many hits are shown and what is shown of them does not, nor does the day, which a
 * cursor holds itself.
 */
final class Fingerprint {

    private Fingerprint() {}

    static long of(SearchRequest request, IndexState state, RankingProfile profile) {
        MessageDigest hash = Sha256.digest();
        try (DataOutputStream out =
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), hash))) {
            write(out, request.query().text());
            write(out, request.filter());
            write(out, request.sort().name());
            write(out, request.match().name());
            write(out, request.fuzzy().name());
            out.writeInt(request.freshness().map(Freshness::days).orElse(0));
            write(out, profile.toString());
            write(out, state.aliases().fingerprint());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteBuffer.wrap(hash.digest()).getLong();
    }

    private static void write(DataOutputStream out, SearchFilter filter) throws IOException {
        for (List<String> values : List.of(filter.sources(), filter.authors(), filter.tags(), filter.types())) {
            out.writeInt(values.size());
            for (String value : values.stream().sorted().toList()) {
                write(out, value);
            }
        }
        write(out, filter.publishedAfter().map(PublicationDate::toString).orElse(""));
        write(out, filter.publishedBefore().map(PublicationDate::toString).orElse(""));
    }

    /** With its length, so that no two lists of texts look alike. */
    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
