package dev.epitome.search;

import dev.epitome.article.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random articles and queries that share technical words, with all that makes searching for them hard. */
public final class TechnicalTexts {

    private static final List<String> WORDS = List.of(
            "C",
            "C++",
            "C#",
            ".NET",
            "Node.js",
            "nodejs",
            "CI/CD",
            "TCP/IP",
            "gRPC",
            "k8s",
            "Kubernetes",
            "EKS",
            "ECS",
            "GPT-4o",
            "p99",
            "S3",
            "R&D",
            "x86-64",
            "utf-8",
            "NodePort",
            "node",
            "port",
            "BigQuery",
            "big",
            "query",
            "LangGraph",
            "lang",
            "graph",
            "PostgreSQL",
            "Postgres",
            "JavaScript",
            "java",
            "caching",
            "cache",
            "scaled",
            "scaling",
            "idempotency",
            "idempotent",
            "infra",
            "infrastructure",
            "RBAC",
            "LLM",
            "Redis",
            "kafka",
            "latency",
            "gateway",
            "api",
            "node_modules",
            "@Override",
            "std::move",
            "Zürich",
            "漢字",
            "the",
            "and",
            "of",
            "for");

    private static final List<String> GROUPS = List.of(
            "Elastic Kubernetes Service",
            "role-based access control",
            "large language model",
            "api gateway",
            "node port",
            "big query",
            "OAuth 2.0",
            "Quick Plan Hint Store (QPHS)");

    private static final List<String> SLIPS =
            List.of("kubernets", "langraph", "javascrpt", "postgersql", "latancy", "unheard");

    private static final List<String> BETWEEN =
            List.of(" ", " ", " ", " ", ", ", ". ", " – ", " 🚀 ", " (", ") ", "; ");

    private TechnicalTexts() {}

    /**
     * A query, and what of it can be marked.
     *
     * @param words that hits may be found by, not those that they must not have
     * @param prefixes of which the rest may be anything
     * @param plain whether each word counts wherever it stands: without quotes and fields
     */
    public record Query(String text, List<String> words, List<String> prefixes, boolean plain) {}

    public static List<Article> articles(Random random, int count) {
        return articles(random, count, 60);
    }

    /** With so many words in a summary at most. */
    public static List<Article> articles(Random random, int count, int words) {
        return IntStream.range(0, count)
                .mapToObj(i -> article(random, "a" + i, words))
                .toList();
    }

    private static Article article(Random random, String id, int words) {
        TestArticle article = TestArticle.article(id)
                .titled("On " + text(random, 1 + random.nextInt(5)))
                .saying(text(random, random.nextInt(words)));
        if (random.nextBoolean()) {
            article.tagged(pick(random, WORDS), pick(random, GROUPS)).from(pick(random, WORDS) + " Weekly");
        }
        if (random.nextInt(3) > 0) {
            article.published("202" + random.nextInt(6) + "-0" + (1 + random.nextInt(9)));
        }
        return article.told();
    }

    private static String text(Random random, int words) {
        return Stream.generate(() ->
                        (random.nextInt(6) == 0 ? pick(random, GROUPS) : pick(random, WORDS)) + pick(random, BETWEEN))
                .limit(words)
                .collect(Collectors.joining());
    }

    public static Query query(Random random) {
        List<String> pieces = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        boolean plain = true;
        int kinds = 1 + random.nextInt(9);
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            String word = pick(random, WORDS);
            String group = pick(random, GROUPS);
            switch (random.nextInt(kinds)) {
                case 0 -> addAs("%s", word, pieces, words);
                case 1 -> addAs("%s", group.replaceAll("[()]", ""), pieces, words);
                case 2 -> addAs("%s", pick(random, SLIPS), pieces, words);
                case 3 -> addAs("%s OR " + group.split(" ", -1)[0], word, pieces, words);
                case 4 -> pieces.add("-" + word);
                case 5 -> {
                    String prefix = word.substring(0, Math.min(word.length(), 3));
                    pieces.add(prefix + "*");
                    prefixes.add(prefix);
                }
                case 6 -> {
                    addAs("\"%s\"", group, pieces, words);
                    plain = false;
                }
                case 7 -> {
                    addAs("title:%s", word, pieces, words);
                    plain = false;
                }
                default -> {
                    addAs("\"%s\"", word + " " + pick(random, WORDS), pieces, words);
                    plain = false;
                }
            }
        }
        words.addAll(pieces.stream()
                .filter(piece -> piece.contains(" OR "))
                .map(piece -> piece.substring(piece.indexOf(" OR ") + 4))
                .toList());
        return new Query(String.join(" ", pieces), words, prefixes, plain);
    }

    private static void addAs(String form, String word, List<String> pieces, List<String> words) {
        pieces.add(form.formatted(word));
        words.add(word);
    }

    private static String pick(Random random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
