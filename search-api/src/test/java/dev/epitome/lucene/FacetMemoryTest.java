package dev.epitome.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.index.FacetValue;
import dev.epitome.search.FacetCount;
import dev.epitome.search.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/** What is known of the facets of one commit tells those of any other. */
final class FacetMemoryTest {

    private static final List<String> FACETS = List.of("tag", "source");

    /** Keys that are written in several ways, among others that come and go. */
    private static String value(Random random) {
        List<String> often = List.of("Kafka", "kafka", "KAFKA", "Café", "cafe", "Zürich", "zurich", "go", "Go");
        return random.nextInt(3) == 0 ? "value " + random.nextInt(3_000) : often.get(random.nextInt(often.size()));
    }

    /** One commit, and what is known of it. */
    private record Commit(DirectoryReader reader, CommitFacets facets) {}

    @Test
    void countsAndLabelsOfEveryCommitAreThoseOfAWalkOverAllItsArticles() {
        Seeds.runs(4, random -> {
            try (Directory memory = new ByteBuffersDirectory();
                    IndexWriter writer = new IndexWriter(memory, config())) {
                FacetMemory facets = new FacetMemory();
                List<Commit> commits = new ArrayList<>();
                for (int turn = 0; turn < 60; turn++) {
                    change(writer, random);
                    writer.commit();
                    DirectoryReader reader = commits.isEmpty()
                            ? DirectoryReader.open(memory)
                            : newer(commits.getLast().reader(), memory);
                    commits.add(new Commit(reader, new CommitFacets(reader, facets, turn)));
                    if (random.nextBoolean()) {
                        holds(commits.getLast());
                    }
                    int other = random.nextInt(commits.size());
                    if (random.nextInt(4) == 0) {
                        holds(commits.get(other));
                    } else if (random.nextBoolean() && other < commits.size() - 1) {
                        commits.remove(other).reader().close();
                    }
                }
                holds(commits.getLast());
                for (Commit commit : commits) {
                    commit.reader().close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static DirectoryReader newer(DirectoryReader before, Directory directory) throws IOException {
        DirectoryReader changed = DirectoryReader.openIfChanged(before);
        return changed == null ? DirectoryReader.open(directory) : changed;
    }

    private static IndexWriterConfig config() {
        TieredMergePolicy policy = new TieredMergePolicy();
        policy.setSegmentsPerTier(3);
        return new IndexWriterConfig().setMergePolicy(policy).setMergeScheduler(new SerialMergeScheduler());
    }

    private static void change(IndexWriter writer, Random random) throws IOException {
        switch (random.nextInt(12)) {
            case 0 -> writer.forceMerge(1 + random.nextInt(2));
            case 1 -> writer.forceMergeDeletes();
            case 2 -> rebuild(writer, random);
            default -> changeSome(writer, random);
        }
    }

    private static void rebuild(IndexWriter writer, Random random) throws IOException {
        if (random.nextInt(3) == 0) {
            writer.deleteAll();
            changeSome(writer, random);
        }
    }

    private static void changeSome(IndexWriter writer, Random random) throws IOException {
        for (int i = 1 + random.nextInt(random.nextInt(5) == 0 ? 600 : 8); i > 0; i--) {
            Term id = new Term("id", "a" + random.nextInt(400));
            if (random.nextInt(3) == 0) {
                writer.deleteDocuments(id);
            } else {
                writer.updateDocument(id, document(id.text(), random));
            }
        }
    }

    private static Document document(String id, Random random) {
        Document document = new Document();
        document.add(new StringField("id", id, Store.NO));
        for (int i = random.nextInt(5); i > 0; i--) {
            document.add(new SortedSetDocValuesField("tag", encoded(value(random))));
        }
        if (random.nextBoolean()) {
            document.add(new SortedSetDocValuesField("source", encoded(value(random))));
        }
        return document;
    }

    private static BytesRef encoded(String value) {
        return new BytesRef(TextAnalysis.filterKey(value) + "\0" + value);
    }

    /** Against what is counted by hand. */
    private static void holds(Commit commit) throws IOException {
        for (String facet : FACETS) {
            Map<String, Map<String, Integer>> ways = new TreeMap<>();
            Map<String, Integer> totals = new TreeMap<>();
            count(commit.reader(), facet, totals, ways);
            FacetKeys keys = commit.facets().of(facet);
            List<FacetCount> all = totals.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(50)
                    .map(key -> new FacetCount(mostWritten(ways, key.getKey()), key.getValue()))
                    .toList();
            assertThat(keys.most(keys.totals(), false)).as(facet).isEqualTo(all);
            List<FacetCount> latest = totals.keySet().stream()
                    .sorted((one, other) -> other.compareTo(one))
                    .limit(600)
                    .map(key -> new FacetCount(mostWritten(ways, key), totals.getOrDefault(key, 0)))
                    .toList();
            assertThat(keys.most(countedOneByOne(commit, keys), true)).as(facet).isEqualTo(latest);
            for (String key : List.of("kafka", "cafe", "value 7", "never")) {
                Optional<String> written =
                        ways.containsKey(key) ? Optional.of(mostWritten(ways, key)) : Optional.empty();
                assertThat(keys.written(key)).as(key).isEqualTo(written);
            }
        }
    }

    private static String mostWritten(Map<String, Map<String, Integer>> ways, String key) {
        return ways.getOrDefault(key, Map.of()).entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static void count(
            DirectoryReader reader, String facet, Map<String, Integer> totals, Map<String, Map<String, Integer>> ways)
            throws IOException {
        for (LeafReaderContext segment : reader.leaves()) {
            SortedSetDocValues values = DocValues.getSortedSet(segment.reader(), facet);
            while (values.nextDoc() != SortedSetDocValues.NO_MORE_DOCS) {
                if (segment.reader().getLiveDocs() != null
                        && !segment.reader().getLiveDocs().get(values.docID())) {
                    continue;
                }
                Set<String> counted = new HashSet<>();
                for (int i = values.docValueCount(); i > 0; i--) {
                    String value = FacetValue.written(values.lookupOrd(values.nextOrd()));
                    String key = TextAnalysis.filterKey(value);
                    ways.computeIfAbsent(key, none -> new TreeMap<>()).merge(value, 1, Integer::sum);
                    if (counted.add(key)) {
                        totals.merge(key, 1, Integer::sum);
                    }
                }
            }
        }
    }

    private static int[] countedOneByOne(Commit commit, FacetKeys keys) throws IOException {
        int[] counts = new int[keys.size()];
        for (LeafReaderContext segment : commit.reader().leaves()) {
            FacetKeys.Counting counting = keys.into(counts, segment);
            for (int document = 0; document < segment.reader().maxDoc(); document++) {
                if (segment.reader().getLiveDocs() == null
                        || segment.reader().getLiveDocs().get(document)) {
                    counting.count(document);
                }
            }
        }
        return counts;
    }

    /** Three segments of a thousand articles each, and one that changes. */
    @Test
    void ofAnotherCommitOnlyTheArticlesThatCameAndWentAreRead() throws IOException {
        try (Directory memory = new ByteBuffersDirectory();
                IndexWriter writer =
                        new IndexWriter(memory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
            Random random = new Random(7);
            for (int i = 0; i < 3_000; i++) {
                writer.addDocument(document("a" + i, random));
                if (i % 1_000 == 999) {
                    writer.commit();
                }
            }
            FacetMemory facets = new FacetMemory();
            DirectoryReader first = DirectoryReader.open(memory);
            FacetKeys unused = new CommitFacets(first, facets, 0).of("tag");
            long all = facets.articlesRead();
            assertThat(all).isBetween(2_000L, 3_000L);
            writer.updateDocument(new Term("id", "a17"), document("a17", random));
            writer.deleteDocuments(new Term("id", "a2017"));
            writer.commit();
            try (DirectoryReader changed = newer(first, memory)) {
                FacetKeys unusedEither = new CommitFacets(changed, facets, 1).of("tag");
            }
            assertThat(facets.articlesRead() - all).isBetween(2L, 3L);
            first.close();
        }
    }

    @Test
    void valuesThatNoArticleHasAnyMoreTakeNoRoomForLong() throws IOException {
        try (Directory memory = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(memory, config())) {
            FacetMemory facets = new FacetMemory();
            for (int turn = 0; turn < 100; turn++) {
                for (int i = 0; i < 100; i++) {
                    Document document = new Document();
                    document.add(new StringField("id", "a" + i, Store.NO));
                    document.add(new SortedSetDocValuesField("tag", encoded("value " + turn + " " + i)));
                    writer.updateDocument(new Term("id", "a" + i), document);
                }
                writer.commit();
                try (DirectoryReader reader = DirectoryReader.open(memory)) {
                    FacetKeys keys = new CommitFacets(reader, facets, turn).of("tag");
                    assertThat(keys.most(keys.totals(), false)).hasSize(50);
                    assertThat(keys.size()).isLessThan(2_000);
                }
            }
        }
    }
}
