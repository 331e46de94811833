package dev.epitome.benchmarks.speed;

import com.sun.management.OperatingSystemMXBean;
import dev.epitome.article.Article;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Entry;
import dev.epitome.corpus.Place;
import dev.epitome.corpus.Warning;
import dev.epitome.index.PublishCheck.Decision;
import dev.epitome.index.Reindex;
import dev.epitome.index.ReindexListener;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** Builds one index in a process of its own, as a rebuild does, and says what it took. */
final class BuildWorker {

    /** Who builds. */
    enum Way {
        LUCENE_FIELD("Lucene, one text field"),
        LUCENE_SAME("Lucene, same fields"),
        EPITOME_ARTICLES("Epitome, of articles"),
        EPITOME_FILE("Epitome, of the file");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** When the last record had been given to the index. */
    private long readAt = System.nanoTime();

    private BuildWorker() {}

    /**
     * Takes a {@link Way}, the records, where the index goes, and how many threads a bare writer has. Answers each line
     * it reads with {@code RECORDS SECONDS_TO_LAST SECONDS CPU_SECONDS}. All but the builder of the file have the
     * articles in memory when the time begins.
     */
    public static void main(String... arguments) throws Exception {
        Way way = Way.valueOf(arguments[0]);
        Path records = Path.of(arguments[1]);
        Path index = Path.of(arguments[2]);
        List<Article> articles =
                way == Way.EPITOME_FILE ? List.of() : Records.of(records).articles();
        System.gc();
        System.in.read();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        BuildWorker worker = new BuildWorker();
        long count = worker.build(way, records, articles, index, Integer.parseInt(arguments[3]));
        long end = System.nanoTime();
        System.out.println(count + " " + (worker.readAt - start) / 1e9 + " " + (end - start) / 1e9 + " "
                + (system.getProcessCpuTime() - cpu) / 1e9);
    }

    private long build(Way way, Path records, List<Article> articles, Path index, int threads)
            throws IOException, InterruptedException {
        FacetsConfig facets = LuceneDocuments.facets();
        return switch (way) {
            case LUCENE_FIELD -> bare(articles, index, threads, article -> LuceneDocuments.plain(article, facets));
            case LUCENE_SAME -> bare(articles, index, threads, LuceneDocuments::sameFields);
            case EPITOME_ARTICLES -> rebuild(Reindex.of(articles.stream()), index);
            case EPITOME_FILE -> rebuild(Reindex.of(CorpusReader.of(List.of(records.toString()))), index);
        };
    }

    private long rebuild(Reindex reindex, Path index) {
        ReindexListener listener = new ReindexListener() {
            @Override
            public void rejected(Entry.Rejected rejected) {}

            @Override
            public void warned(Place place, Warning warning) {}

            @Override
            public void progress(long records, long bytesRead, long bytesTotal) {
                readAt = System.nanoTime();
            }
        };
        return reindex.heardBy(listener)
                .checkedBy(candidate -> Decision.Publish.UNMEASURED)
                .into(index)
                .accepted();
    }

    private long bare(List<Article> articles, Path index, int threads, Function<Article, Document> document)
            throws IOException, InterruptedException {
        Iterator<Article> all = articles.iterator();
        try (FSDirectory directory = FSDirectory.open(index);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
            try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
                List<Future<?>> done = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    done.add(pool.submit(() -> add(all, writer, document)));
                }
                for (Future<?> some : done) {
                    some.get();
                }
            } catch (ExecutionException e) {
                throw new IOException("the articles could not be added: " + e.getCause(), e);
            }
            readAt = System.nanoTime();
            writer.forceMerge(1);
            writer.commit();
        }
        return articles.size();
    }

    private static boolean add(Iterator<Article> all, IndexWriter writer, Function<Article, Document> document)
            throws IOException {
        while (true) {
            Article next;
            synchronized (all) {
                if (!all.hasNext()) {
                    return true;
                }
                next = all.next();
            }
            writer.addDocument(document.apply(next));
        }
    }
}
