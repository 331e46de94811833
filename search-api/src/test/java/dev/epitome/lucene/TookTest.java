package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.engine.PlanningEngine;
import dev.epitome.index.IndexInfo;
import dev.epitome.index.Reindex;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.Facet;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.SearchResult;
import dev.epitome.search.TestArticle;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexInput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.junit.jupiter.api.Test;

/** The time that an answer tells is that of all that it took. Time stands still here but for what is read. */
final class TookTest {

    private static final List<Article> ARTICLES = articles(IntStream.range(0, 200)
            .mapToObj(i -> article("a" + i)
                    .titled("Harbour " + i)
                    .saying("Boats in the harbour. ".repeat(20))
                    .tagged("tag" + i % 7)
                    .ofType("video")
                    .published("2025-0" + (1 + i % 9)))
            .toArray(TestArticle[]::new));

    private final AtomicLong now = new AtomicLong();

    @Test
    void everyReadOfAnAnswerIsWithinTheTimeItTells() throws IOException {
        Directory memory = new ByteBuffersDirectory();
        IndexInfo info = Reindex.of(ARTICLES.stream()).into(memory).published().orElseThrow();
        // Of one reader: who looks for newer commits would read meanwhile.
        try (DirectoryReader reader = DirectoryReader.open(new Ticking(memory, now));
                SearchEngine engine = new PlanningEngine(
                        CommittedIndex.fixed(reader, info, SearchSettings.DEFAULT),
                        RankingProfile.DEFAULT,
                        SearchEngine.DEFAULT_TIME,
                        now::get)) {
            SearchRequest all = SearchRequest.of("harbour boats zeppelin");
            for (SearchRequest request : List.of(
                    all.withLimit(1),
                    all.withLimit(100),
                    all.withFacets(EnumSet.allOf(Facet.class)),
                    all.withLimit(100).withExplanations())) {
                long before = now.get();
                SearchResult result = engine.search(request);
                assertThat(result.took().toNanos()).isPositive().isEqualTo(now.get() - before);
            }
        }
    }

    /** Of which every read takes as long as it has bytes. */
    private static final class Ticking extends FilterDirectory {
        private final AtomicLong now;

        Ticking(Directory in, AtomicLong now) {
            super(in);
            this.now = now;
        }

        @Override
        public IndexInput openInput(String name, IOContext context) throws IOException {
            return new TickingInput(name, super.openInput(name, context), now);
        }
    }

    private static final class TickingInput extends FilterIndexInput {
        private final AtomicLong now;

        TickingInput(String name, IndexInput in, AtomicLong now) {
            super(name, in);
            this.now = now;
        }

        @Override
        public byte readByte() throws IOException {
            now.incrementAndGet();
            return in.readByte();
        }

        @Override
        public void readBytes(byte[] bytes, int offset, int length) throws IOException {
            now.addAndGet(length);
            in.readBytes(bytes, offset, length);
        }

        @Override
        public IndexInput clone() {
            return new TickingInput(toString(), in.clone(), now);
        }

        @Override
        public IndexInput slice(String description, long offset, long length) throws IOException {
            return new TickingInput(description, in.slice(description, offset, length), now);
        }
    }
}
