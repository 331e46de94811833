package dev.epitome.search;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Articles of few values, written this way and that, and filters that often hit some of them. */
final class RandomArticles {

    /** No one of them is another word's stem, part or slip of the pen. */
    private static final List<String> WORDS = List.of("quokka", "zeppelin", "marimba", "falafel");

    private static final List<String> NAMES =
            List.of("Kafka", "kafka", "KAFKA", "Café", "cafe", "Go Blog", "go blog", "Größe", "plain", "Kafka Streams");
    private static final List<String> DATES = List.of(
            "2023", "2024", "2024-02", "2024-02-29", "2024-11-03", "2025-01", "2025-01-31", "2025-07", "2025-07-15");

    private final Random random;

    RandomArticles(Random random) {
        this.random = random;
    }

    List<Article> articles(int count) {
        return IntStream.range(0, count).mapToObj(this::article).toList();
    }

    private Article article(int number) {
        TestArticle article = TestArticle.article("a" + number)
                .titled("Untold " + String.join(" ", some(WORDS, 3)))
                .tagged(some(NAMES, 4).toArray(String[]::new))
                .by(some(NAMES, 2).toArray(String[]::new));
        some(NAMES, 1).forEach(article::from);
        some(NAMES, 1).forEach(article::ofType);
        some(DATES, 1).forEach(article::published);
        return article.told();
    }

    /** Of a query; none ask for everything. */
    List<String> words() {
        return some(WORDS, 2).stream().distinct().toList();
    }

    SearchFilter filter() {
        return new SearchFilter(
                seldom(NAMES), seldom(NAMES), seldom(NAMES), seldom(NAMES), date("2024-02-01"), date("2025-02"));
    }

    private Optional<PublicationDate> date(String text) {
        return random.nextInt(3) == 0 ? PublicationDate.parse(text) : Optional.empty();
    }

    private List<String> seldom(List<String> from) {
        return random.nextInt(3) == 0 ? some(from, 3) : List.of();
    }

    private List<String> some(List<String> from, int most) {
        List<String> some = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            some.add(from.get(random.nextInt(from.size())));
        }
        return some;
    }
}
