package dev.epitome;

import dev.epitome.alias.AliasDictionary;
import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.WordFinder;
import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.http.ConnectionLimits;
import dev.epitome.http.EngineSlot;
import dev.epitome.http.Naming;
import dev.epitome.http.SearchRoutes;
import dev.epitome.http.StopTimes;
import dev.epitome.index.ArticleCodec;
import dev.epitome.index.ArticleIndexer;
import dev.epitome.index.DeletedTerms;
import dev.epitome.index.IndexSettings;
import dev.epitome.index.LiveIndex;
import dev.epitome.index.Reindex;
import dev.epitome.index.Wordbook;
import dev.epitome.keys.KeyFile;
import dev.epitome.keys.Keys;
import dev.epitome.keys.NewKey;
import dev.epitome.keys.Role;
import dev.epitome.lucene.ArticleStore;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.query.AliasExpander;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.ranking.RankingProfile.FieldWeights;
import dev.epitome.search.SearchEngine;
import dev.epitome.search.SearchFilter;
import dev.epitome.search.SearchRequest;
import dev.epitome.search.Snippet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A value of any type that the public methods of Epitome take. Those that are not told here are made: records of
 * samples, of an enum its first constant, and for an interface what answers nothing.
 */
final class SampleArguments implements AutoCloseable {

    private final SearchEngine engine =
            LuceneSearch.inMemory(List.of(Article.titled("Queues").build()));
    private final Map<Class<?>, Object> told = new HashMap<>();

    private final DirectoryReader reader;

    SampleArguments() {
        Directory empty = new ByteBuffersDirectory();
        ArticleIndexer indexer = ArticleIndexer.create(empty, Instant.EPOCH);
        indexer.commit();
        reader = opened(empty);
        PublicationDate day = PublicationDate.ofDay(LocalDate.of(2026, 4, 30));
        List.of("text", Path.of("sample"), day, Duration.ofDays(1), Optional.empty(), OptionalInt.empty())
                .forEach(this::tell);
        List.of(OptionalLong.empty(), YearMonth.of(2026, 4), LocalDate.of(2026, 4, 30), SearchRequest.of("text"))
                .forEach(this::tell);
        List.of(SearchFilter.NONE, RankingProfile.DEFAULT, new BytesRef("text"), AliasDictionary.none())
                .forEach(this::tell);
        List.of(Article.titled("Queues"), Article.titled("Queues").build(), SearchRoutes.of(engine), Instant.EPOCH)
                .forEach(this::tell);
        List.of(Reindex.of(Stream.of()), CorpusReader.of(List.of("."))).forEach(this::tell);
        List.of(new AliasExpander(AliasDictionary.none()), FieldWeights.DEFAULT, new EngineSlot(), StopTimes.DEFAULT)
                .forEach(this::tell);
        told.put(ConnectionLimits.class, ConnectionLimits.DEFAULT);
        told.put(Naming.class, Naming.NONE);
        NewKey key = NewKey.make(Role.READ, "", LocalDate.of(2026, 4, 30));
        List.of(key, key.stored(), Keys.NONE, KeyFile.at(Path.of("sample"))).forEach(this::tell);
        told.put(DirectoryReader.class, reader);
        told.put(IndexReader.class, reader);
        Wordbook words = wordbook(reader);
        told.put(Wordbook.class, words);
        told.put(ArticleCodec.class, new ArticleCodec(words));
        told.put(WordFinder.class, new WordFinder(Set.of("text"), false, TextAnalysis::words));
        told.put(Throwable.class, new IllegalStateException());
        told.put(ArticleIndexer.class, indexer);
        told.put(
                LiveIndex.class,
                LiveIndex.open(new ByteBuffersDirectory(), IndexSettings.DEFAULT, () -> Instant.EPOCH));
        told.put(ArticleStore.class, ArticleStore.inMemory());
        told.put(DeletedTerms.class, DeletedTerms.NONE);
        told.put(Snippet.Span.class, new Snippet.Span(0, 1));
        told.put(SearchEngine.class, engine);
        told.put(Directory.class, new ByteBuffersDirectory());
        told.put(InputStream.class, new ByteArrayInputStream(new byte[0]));
        told.put(OutputStream.class, new ByteArrayOutputStream());
        told.put(PrintWriter.class, new PrintWriter(new StringWriter()));
        told.put(Path.class, Path.of("sample"));
        told.put(List.class, List.of());
        told.put(Collection.class, List.of());
        told.put(Set.class, Set.of());
        told.put(Map.class, Map.of());
        told.put(SortedMap.class, new TreeMap<>());
        told.put(Stream.class, Stream.of());
        told.put(boolean.class, false);
        told.put(int.class, 1);
        told.put(long.class, 1L);
        told.put(float.class, 1f);
        told.put(double.class, 1.0);
    }

    private static DirectoryReader opened(Directory directory) {
        try {
            return DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Wordbook wordbook(DirectoryReader reader) {
        try {
            return Wordbook.of(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(Object sample) {
        told.put(sample.getClass(), sample);
    }

    Object of(Class<?> type) {
        // Not computed within the map: a record of records asks again.
        if (!told.containsKey(type)) {
            told.put(type, made(type));
        }
        return told.get(type);
    }

    private Object made(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isArray()) {
            return Array.newInstance(type.componentType(), 0);
        }
        if (type.isRecord()) {
            return record(type);
        }
        if (type.isSealed()) {
            return of(type.getPermittedSubclasses()[0]);
        }
        if (type.isInterface()) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, SampleArguments::answer);
        }
        throw new AssertionError("tell a sample of " + type);
    }

    private static @Nullable Object answer(Object made, Method method, Object[] given) throws Throwable {
        return method.isDefault() ? InvocationHandler.invokeDefault(made, method, given) : null;
    }

    private Object record(Class<?> type) {
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(component -> component.getType())
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(components);
            canonical.setAccessible(true);
            return canonical.newInstance(Arrays.stream(components).map(this::of).toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("tell a sample of " + type, e);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
