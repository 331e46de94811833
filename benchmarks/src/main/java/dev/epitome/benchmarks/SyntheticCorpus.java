package dev.epitome.benchmarks;

import dev.epitome.article.Article;
import dev.epitome.article.PublicationDate;
import dev.epitome.corpus.CorpusReader;
import dev.epitome.corpus.Entry;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Articles that never were, any number of them: their sentences, titles, tags and sources are those of a real corpus,
 * put together anew, so that words are as frequent as they are in truth. The same seed gives the same articles, on
 * every machine.
 */
public final class SyntheticCorpus {

    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final int DAYS = 4_000;

    private final List<Article> models;
    private final boolean asLong;
    private final List<String> sentences = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final RandomGenerator random;
    private long made;

    private SyntheticCorpus(List<Article> models, long seed, boolean asLong) {
        this.models = models;
        this.asLong = asLong;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        models.forEach(model -> {
            int before = sentences.size();
            addSentences(model.summary());
            lengths.add(sentences.size() - before);
        });
    }

    /** Made from these articles, and with summaries of as many sentences as theirs have. */
    public static SyntheticCorpus asLongAs(List<Article> models, long seed) {
        return new SyntheticCorpus(List.copyOf(models), seed, true);
    }

    /** Made from the articles in those files or folders. */
    public static SyntheticCorpus from(Path corpus, long seed) {
        List<Article> models = new ArrayList<>();
        CorpusReader.of(List.of(corpus.toString())).read(entry -> {
            if (entry instanceof Entry.Accepted accepted) {
                models.add(accepted.article());
            }
        });
        if (models.isEmpty()) {
            throw new IllegalArgumentException("no article in " + corpus);
        }
        return new SyntheticCorpus(models, seed, false);
    }

    /** The next article; they do not end. */
    public Article next() {
        Article titled = model();
        Article dressed = model();
        Article.Builder article = Article.titled(titled.title() + " " + variant())
                .id("synthetic-" + made++)
                .summary(summary())
                .url("https://example.com/articles/" + made)
                .authors(dressed.authors())
                .type(dressed.type().orElse("article"))
                .tags(dressed.tags())
                .published(PublicationDate.ofDay(FIRST_DAY.plusDays(random.nextInt(DAYS))));
        dressed.source().ifPresent(article::source);
        return article.build();
    }

    private Article model() {
        return models.get(random.nextInt(models.size()));
    }

    /** A rare word in every title: real collections have many words that stand in one document only. */
    private String variant() {
        return "v" + Long.toString(random.nextLong(36L * 36 * 36 * 36), 36);
    }

    private String summary() {
        int count = asLong ? lengths.get(random.nextInt(lengths.size())) : 2 + random.nextInt(4);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(sentences.get(random.nextInt(sentences.size()))).append(' ');
        }
        return text.toString();
    }

    private void addSentences(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            sentences.add(text.substring(start, end).strip());
            start = end;
        }
    }
}
