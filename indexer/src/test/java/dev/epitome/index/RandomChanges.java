package dev.epitome.index;

import dev.epitome.article.Article;
import dev.epitome.article.ArticleChange;
import dev.epitome.article.ArticleChange.Condition;
import dev.epitome.article.ArticleChange.Delete;
import dev.epitome.article.ArticleChange.Put;
import dev.epitome.article.PublicationDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Changes of few articles, so that most meet one that is there; and what a map makes of the same changes. */
final class RandomChanges {

    private static final List<String> WORDS = List.of(
            "kafka",
            "EKS",
            "Rapid Object Store (ROS)",
            "service-mesh",
            "Kubernetes",
            "go1.22",
            "C++",
            "Single Sign On (SSO)",
            "reads",
            "日本語",
            "Überblick",
            "the");

    private final Random random;
    private final int ids;

    RandomChanges(Random random, int ids) {
        this.random = random;
        this.ids = ids;
    }

    List<ArticleChange> next() {
        int count = random.nextInt(4) == 0 ? 1 + random.nextInt(12) : 1;
        List<ArticleChange> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = "a" + random.nextInt(ids);
            changes.add(
                    random.nextInt(3) == 0
                            ? new Delete(id, Condition.NONE)
                            : new Put(article(id), TestIndex.origin(), Condition.NONE));
        }
        return changes;
    }

    private Article article(String id) {
        Article.Builder article = Article.titled(words(1 + random.nextInt(4)))
                .id(id)
                .summary(words(random.nextInt(12)))
                .tags(random.nextBoolean() ? List.of(words(1), words(1)) : List.of());
        if (random.nextBoolean()) {
            article.source(words(1)).published(PublicationDate.ofYear(2020 + random.nextInt(5)));
        }
        return article.build();
    }

    private String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }

    /** Makes the changes to a map, too. */
    static void apply(List<ArticleChange> changes, Map<String, Article> model) {
        for (ArticleChange change : changes) {
            switch (change) {
                case Put put -> model.put(put.id(), put.article());
                case Delete delete -> model.remove(delete.id());
            }
        }
    }
}
