package dev.epitome.engine;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.alias.AcronymFinder;
import dev.epitome.alias.AcronymFinder.Definition;
import dev.epitome.alias.AliasDictionary;
import dev.epitome.article.Article;
import dev.epitome.article.Origin;
import dev.epitome.article.Origin.Unit;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.HealthCheck;
import dev.epitome.search.IndexStatus;
import dev.epitome.search.SearchEngine;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An index that is a plain list of articles, each looked at by itself. It shows what an engine needs of an index. */
final class MemoryIndex implements IndexStates, IndexState {

    private final WordMemory words = new WordMemory();
    private final List<MemoryArticle> articles;
    private final MemoryLexicon lexicon;
    private final AliasDictionary aliases;
    private final Budget budget;
    private final AtomicBoolean closed;
    private final Instant made;

    private MemoryIndex(
            List<MemoryArticle> articles,
            MemoryLexicon lexicon,
            AliasDictionary aliases,
            Budget budget,
            AtomicBoolean closed,
            Instant made) {
        this.articles = articles;
        this.lexicon = lexicon;
        this.aliases = aliases;
        this.budget = budget;
        this.closed = closed;
        this.made = made;
    }

    /** Of articles with the same id the last counts. */
    static MemoryIndex of(List<Article> all) {
        Map<String, Article> byId = new LinkedHashMap<>();
        all.forEach(article -> byId.put(article.id(), article));
        List<Definition> learned = byId.values().stream()
                .flatMap(article -> Stream.of(article.title(), article.summary())
                        .flatMap(text -> AcronymFinder.definitions(text).stream())
                        .distinct())
                .toList();
        List<MemoryArticle> articles = byId.values().stream()
                .map(article -> new MemoryArticle(article, RankingProfile.DEFAULT.fields()))
                .toList();
        return new MemoryIndex(
                articles,
                new MemoryLexicon(articles),
                AliasDictionary.shipped().with(AliasDictionary.learned(learned)),
                Budget.unlimited(),
                new AtomicBoolean(),
                Instant.now());
    }

    SearchEngine engine() {
        return new PlanningEngine(this, RankingProfile.DEFAULT);
    }

    @Override
    public WordMemory words() {
        return words;
    }

    @Override
    public IndexState borrow(Optional<String> id, Budget other) {
        if (closed.get()) {
            throw new IllegalStateException("the engine is closed");
        }
        if (id.isPresent() && !id.get().equals(id())) {
            throw new EpitomeException(Kind.CURSOR_EXPIRED, "there is one state only");
        }
        return new MemoryIndex(articles, lexicon, aliases, other, new AtomicBoolean(), made);
    }

    @Override
    public EpitomeException unreadable(IndexState state, Throwable cause) {
        return new EpitomeException(Kind.IO, "memory cannot be read", cause);
    }

    @Override
    public void suspect() {}

    @Override
    public List<HealthCheck> health() {
        return List.of();
    }

    @Override
    public void close() {
        closed.set(true);
    }

    @Override
    public String id() {
        return "%032x".formatted(System.identityHashCode(articles));
    }

    @Override
    public IndexStatus status() {
        return new IndexStatus("memory", articles.size(), made, made, 1, 1, Optional.empty());
    }

    @Override
    public AliasDictionary aliases() {
        return aliases;
    }

    @Override
    public Budget budget() {
        return budget;
    }

    @Override
    public Lexicon lexicon() {
        return lexicon;
    }

    @Override
    public Retriever retriever() {
        return new MemoryRetriever(articles, lexicon);
    }

    @Override
    public ArticleReader articles() {
        return new Reader();
    }

    @Override
    public void retain() {}

    private final class Reader implements ArticleReader {
        @Override
        public OptionalInt find(String id) {
            return IntStream.range(0, articles.size())
                    .filter(number -> articles.get(number).article().id().equals(id))
                    .findFirst();
        }

        @Override
        public List<Article> articles(List<Integer> numbers, boolean summaries) {
            return numbers.stream()
                    .map(number -> articles.get(number).article())
                    .map(article -> summaries ? article : withoutSummary(article))
                    .toList();
        }

        private static Article withoutSummary(Article all) {
            return new Article(
                    all.id(),
                    all.title(),
                    "",
                    all.url(),
                    all.source(),
                    all.authors(),
                    all.type(),
                    all.tags(),
                    all.published(),
                    all.rank());
        }

        @Override
        public List<Origin> origins(List<Integer> numbers) {
            return numbers.stream()
                    .map(number -> new Origin("memory", Unit.ENTRY, number + 1, Optional.empty(), made))
                    .toList();
        }
    }
}
