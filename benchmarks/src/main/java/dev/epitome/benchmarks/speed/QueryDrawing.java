package dev.epitome.benchmarks.speed;

import dev.epitome.alias.AliasDictionary;
import dev.epitome.article.Article;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * Queries drawn from the articles that they are put to: the same for the same articles and seed. Words are told by how
 * many articles have them; words that are asked together stand together in a title.
 */
final class QueryDrawing {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final int SHORTEST = 3;
    private static final int PREFIX = 4;
    private static final int TRIES = 50;

    private final RandomGenerator random;
    private final Map<String, Integer> frequencies = new TreeMap<>();
    private final List<List<String>> titles = new ArrayList<>();
    private final List<String> rare;
    private final List<String> common;
    private final List<String> aliases;
    private final List<Article> withSource;

    private QueryDrawing(Collection<Article> articles, long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (Article article : articles) {
            new HashSet<>(words(article.title() + " " + article.summary()))
                    .forEach(word -> frequencies.merge(word, 1, Integer::sum));
            titles.add(words(article.title()));
        }
        this.rare = withFrequency(2, Math.max(3, articles.size() / 5_000));
        this.common = withFrequency(Math.max(4, articles.size() / 100), Math.max(5, articles.size() / 5));
        AliasDictionary dictionary = AliasDictionary.shipped();
        this.aliases = frequencies.keySet().stream()
                .filter(word -> !dictionary.meanings(List.of(word)).isEmpty())
                .toList();
        this.withSource = articles.stream()
                .filter(article -> article.source().isPresent())
                .toList();
    }

    /**
     * Draws queries of every kind that these articles have something for.
     *
     * @param each how many of a kind; fewer where there are no more different ones
     */
    static List<DrawnQuery> draw(Collection<Article> articles, int each, long seed) {
        QueryDrawing drawing = new QueryDrawing(articles, seed);
        return Stream.of(QueryKind.values())
                .flatMap(kind -> drawing.draw(kind, each).stream())
                .toList();
    }

    private Set<DrawnQuery> draw(QueryKind kind, int each) {
        Set<DrawnQuery> drawn = new LinkedHashSet<>();
        for (int i = 0; i < each * TRIES && drawn.size() < each; i++) {
            draw(kind).ifPresent(drawn::add);
        }
        return drawn;
    }

    private Optional<DrawnQuery> draw(QueryKind kind) {
        return switch (kind) {
            case RARE_WORD -> any(rare).map(word -> query(kind, word));
            case COMMON_WORD, FACETS -> any(common).map(word -> query(kind, word));
            case TWO_WORDS, PHRASE -> ofTitle(2).map(words -> query(kind, String.join(" ", words)));
            case FOUR_WORDS -> ofTitle(4).map(words -> query(kind, String.join(" ", words)));
            case QUESTION ->
                ofTitle(3)
                        .map(words -> query(
                                kind, "how does %s %s help %s".formatted(words.get(0), words.get(1), words.get(2))));
            case PREFIX ->
                any(common).filter(word -> word.length() > PREFIX).map(word -> query(kind, word.substring(0, PREFIX)));
            case ALIAS -> any(aliases).map(word -> query(kind, word));
            case TYPO ->
                any(common).filter(word -> word.length() > 5).flatMap(word -> unknown(kind, () -> edited(word)));
            case NOTHING_FOUND -> unknown(kind, this::noise);
            case FILTER ->
                any(withSource)
                        .flatMap(article -> any(common)
                                .map(word -> new DrawnQuery(
                                        kind, word, article.source().orElseThrow())));
            case EVERYTHING -> Optional.of(query(kind, ""));
        };
    }

    private static DrawnQuery query(QueryKind kind, String words) {
        return new DrawnQuery(kind, words, "");
    }

    private Optional<DrawnQuery> unknown(QueryKind kind, Supplier<String> word) {
        return Optional.of(word.get())
                .filter(some -> !frequencies.containsKey(some))
                .map(some -> query(kind, some));
    }

    /** So many words that follow each other in a title, but for those that say nothing. */
    private Optional<List<String>> ofTitle(int count) {
        return any(titles).filter(title -> title.size() >= count).map(title -> {
            int start = random.nextInt(title.size() - count + 1);
            return title.subList(start, start + count);
        });
    }

    private String edited(String word) {
        int at = 1 + random.nextInt(word.length() - 2);
        String head = word.substring(0, at);
        return switch (random.nextInt(3)) {
            case 0 -> head + word.substring(at + 1);
            case 1 -> head + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            default -> head + letter() + word.substring(at);
        };
    }

    private String noise() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            word.append(letter());
        }
        return word.toString();
    }

    private char letter() {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    private <T> Optional<T> any(List<T> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }

    private List<String> withFrequency(int least, int most) {
        return frequencies.entrySet().stream()
                .filter(word -> word.getValue() >= least && word.getValue() <= most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> words(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST
                        && Character.isLetter(word.charAt(0))
                        && !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word))
                .toList();
    }
}
