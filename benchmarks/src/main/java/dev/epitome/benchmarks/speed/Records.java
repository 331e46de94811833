package dev.epitome.benchmarks.speed;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.article.Article;
import dev.epitome.benchmarks.SyntheticCorpus;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The articles of a file or folder. */
record Records(List<Article> articles) {

    static Records of(Path corpus) {
        List<Article> articles = new ArrayList<>();
        CorpusReader.of(List.of(corpus.toString())).read(entry -> {
            if (entry instanceof Entry.Accepted accepted) {
                articles.add(accepted.article());
            }
        });
        if (articles.isEmpty()) {
            throw new EpitomeException(Kind.INVALID_REQUEST, "no record in " + corpus);
        }
        return new Records(articles);
    }

    /** So many, where there are fewer with new ones that are put together of their sentences: see SyntheticCorpus. */
    Stream<Article> take(long count, long seed) {
        if (count <= articles.size()) {
            return articles.stream().limit(count);
        }
        SyntheticCorpus recombined = SyntheticCorpus.asLongAs(articles, seed);
        AtomicLong number = new AtomicLong();
        // Under ids of their own: the records may be such articles themselves.
        Supplier<Article> more = () -> recombined.next().withId("recombined-" + seed + "-" + number.incrementAndGet());
        return Stream.concat(articles.stream(), Stream.generate(more).limit(count - articles.size()));
    }
}
