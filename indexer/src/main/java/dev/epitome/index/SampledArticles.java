package dev.epitome.index;

import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Articles to learn a {@link Wordbook} from: the first of a rebuild, which wait until there are enough, or some that an
 * index has.
 */
final class SampledArticles {

    /** In bytes of plain text. Four times as many take 2 % off an index, and meanwhile nothing is indexed. */
    private static final long ENOUGH = 2 << 20;

    private static final int SHARE_OF_HEAP = 32;

    record Waiting(Article article, Origin origin) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private final long enough = Math.min(ENOUGH, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    private long bytes;

    void add(Article article, Origin origin, int length) {
        waiting.add(new Waiting(article, origin));
        bytes += length;
    }

    boolean isEnough() {
        return bytes >= enough;
    }

    Wordbook wordbook() {
        Wordbook book = WordbookTraining.learn(
                waiting.stream().flatMap(some -> texts(some.article())).toList());
        return isEnough() ? book : book.learnedFrom(waiting.size());
    }

    private static Stream<String> texts(Article article) {
        Stream<String> single = Stream.of(
                article.id(),
                article.title(),
                article.summary(),
                article.url().orElse(""),
                article.source().orElse(""),
                article.type().orElse(""));
        return Stream.of(single, article.authors().stream(), article.tags().stream())
                .flatMap(some -> some)
                .filter(text -> !text.isEmpty());
    }

    Optional<Waiting> first() {
        return waiting.stream().findFirst();
    }

    /** But the first. */
    List<Waiting> others() {
        return waiting.isEmpty() ? waiting : waiting.subList(1, waiting.size());
    }

    void clear() {
        waiting.clear();
    }
}
