package dev.epitome.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.corpus.CorpusReader;
import dev.epitome.index.PublishCheck;
import dev.epitome.index.Reindex;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.process.EpitomeProcess.Ended;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledReindexIT {

    private static final int KILLS = Integer.getInteger("epitome.test.kills", 6);
    private static final int COPIES = 15;

    @TempDir
    Path folder;

    @Test
    void killedAtAnyMomentTheOldIndexAnswersAndTheNextReindexSucceeds() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path index = folder.resolve("index");
        Path records = ManyRecords.write(folder.resolve("many.jsonl"), COPIES);
        long old = rebuildFromShippedCorpus(index);
        long wholeRun = millisOfWholeRun(records);
        int killedWhileWriting = 0;
        for (int i = 0; i < KILLS; i++) {
            String moment = "seed " + seed + ", kill " + i;
            try (EpitomeProcess reindex = reindex(index, records)) {
                boolean running = reindex.runsFor(random.nextLong(wholeRun));
                reindex.kill();
                killedWhileWriting += running && hasUncommittedFiles(index) ? 1 : 0;
            }
            // A kill after the commit finds the new index published, and whole.
            assertThat(articles(index)).as(moment).isIn(old, old * COPIES);
            assertThat(rebuildFromShippedCorpus(index)).as(moment).isEqualTo(old);
        }
        assertThat(killedWhileWriting)
                .as("kills that hit a reindex while it wrote, seed %d", seed)
                .isGreaterThan(KILLS / 10);
        System.out.println(killedWhileWriting + " of " + KILLS + " kills hit a reindex while it wrote");
    }

    private EpitomeProcess reindex(Path index, Path records) throws Exception {
        return EpitomeProcess.start("512m", folder, "reindex", "--index", index.toString(), records.toString());
    }

    private long millisOfWholeRun(Path records) throws Exception {
        long start = System.nanoTime();
        try (EpitomeProcess reindex = reindex(folder.resolve("timed"), records)) {
            Ended ended = reindex.end();
            assertThat(ended.exitCode()).as(ended.err()).isZero();
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long rebuildFromShippedCorpus(Path index) {
        CorpusReader corpus = CorpusReader.of(List.of(EpitomeProcess.SHIPPED_CORPUS.toString()));
        return Reindex.of(corpus)
                .checkedBy(PublishCheck.NONE)
                .into(index)
                .published()
                .orElseThrow()
                .articles();
    }

    private static long articles(Path index) {
        try (SearchEngine engine = LuceneSearch.open(index)) {
            assertThat(engine.search(SearchRequest.of("EKS"))
                            .hits()
                            .getFirst()
                            .article()
                            .title())
                    .contains("Hotstar");
            return engine.index().articles();
        }
    }

    /** Committed segments are few; a writer at work leaves its own beside them, or a commit that is not finished. */
    private static boolean hasUncommittedFiles(Path index) throws Exception {
        try (Stream<Path> files = Files.list(index)) {
            List<String> names =
                    files.map(Path::getFileName).map(Path::toString).toList();
            long segments = names.stream()
                    .filter(name -> name.startsWith("_"))
                    .map(name -> name.split("[_.]", -1)[1])
                    .distinct()
                    .count();
            return segments > 2 || names.stream().anyMatch(name -> name.startsWith("pending_"));
        }
    }
}
