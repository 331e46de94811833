package dev.epitome.index;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.analysis.TextAnalysis;
import dev.epitome.ranking.RankingProfile.FieldWeights;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an index is; kept in the user data of its commit.
 *
 * @param articles how many it holds
 * @param corpus SHA-256 of all articles of the last rebuild in the order read, in hexadecimal: the same for the same
 *     input; empty where there was none
 * @param content the {@link ContentDigest} of what it holds, in hexadecimal; empty of an index that was made before
 *     there was one
 * @param createdAt when the run that made it began
 * @param changes what was changed since; empty of an index as it was made
 * @param weights that its scores are made with
 * @param measured how good it was when it was made; empty where nothing was measured before it was published
 */
public record IndexInfo(
        long articles,
        String corpus,
        Optional<String> content,
        Instant createdAt,
        Optional<Changes> changes,
        FieldWeights weights,
        Optional<Measurement> measured) {

    /** Changes with {@link IndexFields} and {@link ArticleCodec}. */
    public static final int SCHEMA = 6;

    static final String SCHEMA_KEY = "epitome.schema";
    private static final String ANALYZER_KEY = "epitome.analyzer";
    static final String ARTICLES_KEY = "epitome.articles";
    private static final String CORPUS_KEY = "epitome.corpus";
    private static final String CONTENT_KEY = "epitome.content";
    private static final String CREATED_KEY = "epitome.created";
    private static final String CHANGES_KEY = "epitome.changes";
    private static final String WEIGHTS_KEY = "epitome.weights";
    private static final String MEASURED_KEY = "epitome.measured";

    /**
     * What became of an index since it was made.
     *
     * @param lastAt when an article was last put or deleted
     * @param lessons how often the acronyms that articles define were learned anew since
     * @param learned whether the acronyms are those of the articles as they now are
     */
    public record Changes(Instant lastAt, long lessons, boolean learned) {

        public Changes {
            Objects.requireNonNull(lastAt, "lastAt");
        }

        private static Optional<Changes> parse(@Nullable String text) {
            if (text == null) {
                return Optional.empty();
            }
            String[] parts = text.split(" ", 3);
            return Optional.of(
                    new Changes(Instant.parse(parts[0]), Long.parseLong(parts[1]), Boolean.parseBoolean(parts[2])));
        }

        @Override
        public String toString() {
            return lastAt + " " + lessons + " " + learned;
        }
    }

    public IndexInfo {
        Objects.requireNonNull(corpus, "corpus");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(changes, "changes");
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(measured, "measured");
    }

    /** Of an index as a rebuild makes it, before anything is measured. */
    static IndexInfo made(long articles, String corpus, String content, Instant createdAt, FieldWeights weights) {
        return new IndexInfo(
                articles, corpus, Optional.of(content), createdAt, Optional.empty(), weights, Optional.empty());
    }

    IndexInfo with(Optional<Measurement> other) {
        return new IndexInfo(articles, corpus, content, createdAt, changes, weights, other);
    }

    IndexInfo changed(long articlesNow, String contentNow, Changes now) {
        return new IndexInfo(
                articlesNow, corpus, Optional.of(contentNow), createdAt, Optional.of(now), weights, measured);
    }

    /** How often the acronyms that articles define were learned anew since the index was made. */
    public long lessons() {
        return changes.map(Changes::lessons).orElse(0L);
    }

    /** When its articles came to be what they are. */
    public Instant changedAt() {
        return changes.map(Changes::lastAt).orElse(createdAt);
    }

    /**
     * An index is made with the weights of its fields: other weights ask for another index.
     *
     * @param where the index, for the message
     * @throws EpitomeException of kind {@link Kind#INDEX_INCOMPATIBLE} when it was made with others
     */
    public void requireWeights(FieldWeights wanted, String where) {
        Objects.requireNonNull(wanted, "wanted");
        Objects.requireNonNull(where, "where");
        if (!weights.equals(wanted)) {
            throw new EpitomeException(
                    Kind.INDEX_INCOMPATIBLE,
                    "the index in %s was made with the field weights %s, not with %s: rebuild it with these"
                            .formatted(where, weights, wanted));
        }
    }

    Map<String, String> toUserData() {
        Map<String, String> data = new HashMap<>();
        data.put(SCHEMA_KEY, Integer.toString(SCHEMA));
        data.put(ANALYZER_KEY, TextAnalysis.FINGERPRINT);
        data.put(ARTICLES_KEY, Long.toString(articles));
        data.put(CORPUS_KEY, corpus);
        content.ifPresent(some -> data.put(CONTENT_KEY, some));
        data.put(CREATED_KEY, createdAt.toString());
        changes.ifPresent(some -> data.put(CHANGES_KEY, some.toString()));
        data.put(WEIGHTS_KEY, weights.toString());
        measured.ifPresent(some -> data.put(MEASURED_KEY, some.toString()));
        return data;
    }

    /** Whether a commit with such user data is ours, of this or of another schema. */
    static boolean isOurs(Map<String, String> userData) {
        return userData.containsKey(SCHEMA_KEY);
    }

    /** How many articles a commit of ours has, of this or of another schema. */
    static long articles(Map<String, String> userData) {
        return Long.parseLong(userData.getOrDefault(ARTICLES_KEY, "0"));
    }

    /**
     * Reads the user data of a commit.
     *
     * @param where the index, for the message
     * @throws EpitomeException of kind {@link Kind#INDEX_INCOMPATIBLE} when this version cannot search that index, of
     *     kind {@link Kind#INDEX_FOREIGN} when Epitome did not write it
     */
    public static IndexInfo of(Map<String, String> userData, String where) {
        Objects.requireNonNull(userData, "userData");
        Objects.requireNonNull(where, "where");
        requireSchema(userData, where);
        require("analyzer", TextAnalysis.FINGERPRINT, userData.get(ANALYZER_KEY), where);
        return new IndexInfo(
                articles(userData),
                userData.getOrDefault(CORPUS_KEY, ""),
                Optional.ofNullable(userData.get(CONTENT_KEY)),
                Instant.parse(userData.getOrDefault(CREATED_KEY, Instant.EPOCH.toString())),
                Changes.parse(userData.get(CHANGES_KEY)),
                FieldWeights.parse(userData.getOrDefault(WEIGHTS_KEY, "")),
                Measurement.parse(userData.getOrDefault(MEASURED_KEY, "")));
    }

    /**
     * Throws as {@link #of} does where this version cannot read the articles of an index, be it to search them or not.
     */
    static void requireSchema(Map<String, String> userData, String where) {
        if (!isOurs(userData)) {
            throw new EpitomeException(
                    Kind.INDEX_FOREIGN,
                    where + " is a Lucene index that Epitome did not write: give another directory");
        }
        require("schema", Integer.toString(SCHEMA), userData.get(SCHEMA_KEY), where);
    }

    private static void require(String what, String wanted, @Nullable String found, String where) {
        if (!wanted.equals(found)) {
            throw new EpitomeException(
                    Kind.INDEX_INCOMPATIBLE,
                    "the index in %s has %s %s, this version reads %s: build it anew"
                            .formatted(where, what, found, wanted));
        }
    }
}
