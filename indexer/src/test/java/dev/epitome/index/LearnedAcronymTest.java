package dev.epitome.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.alias.AcronymFinder.Definition;
import dev.epitome.alias.AliasDictionary;
import dev.epitome.article.Article;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class LearnedAcronymTest {

    private final Directory directory = new ByteBuffersDirectory();

    @Test
    void whatArticlesDefineIsKeptWithTheirNumberAndOneOfThem() throws IOException {
        TestIndex.publish(
                directory,
                saying("a", "A Real-Time Distributed Graph (RDG) at Netflix."),
                saying("b", "The Real-Time Distributed Graph (RDG) again, behind a content delivery network (CDN)."),
                saying("c", "Nothing of the kind."));
        assertThat(learned())
                .extracting(LearnedAcronym::definition)
                .containsExactly(
                        new Definition("CDN", "content delivery network"),
                        new Definition("RDG", "Real-Time Distributed Graph"));
        assertThat(learned()).extracting(LearnedAcronym::articles).containsExactly(1, 2);
        assertThat(learned().get(0).articleId()).isEqualTo("b");
        assertThat(learned().get(1).articleId()).isEqualTo("a");
    }

    @Test
    void theyAreStoredAsTheDictionaryThatSearchesUse() throws IOException {
        TestIndex.publish(
                directory,
                saying("a", "A Real-Time Distributed Graph (RDG) at Netflix."),
                saying("b", "A content delivery network (CDN)."),
                saying("b", "The Real-Time Distributed Graph (RDG) again."));
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            AliasDictionary stored = LearnedAcronym.dictionary(reader);
            assertThat(stored.meanings(List.of("RDG")))
                    .extracting(AliasDictionary.Meaning::text)
                    .containsExactly("Real-Time Distributed Graph");
            assertThat(stored.meanings(List.of("CDN"))).isEmpty();
            assertThat(stored.size()).isEqualTo(2);
        }
    }

    @Test
    void anIndexMadeWithoutLearningHoldsNone() throws IOException {
        try (ArticleIndexer indexer =
                ArticleIndexer.create(directory, IndexSettings.DEFAULT.withoutLearnedAcronyms(), TestIndex.NOW)) {
            TestIndex.addAll(indexer, saying("a", "A Real-Time Distributed Graph (RDG) at Netflix."));
            indexer.commit();
        }
        assertThat(learned()).isEmpty();
    }

    @Test
    void whatOnlyAReplacedArticleDefinedIsForgotten() throws IOException {
        TestIndex.publish(
                directory,
                saying("a", "A Real-Time Distributed Graph (RDG) at Netflix."),
                saying("a", "A graph at Netflix."));
        assertThat(learned()).isEmpty();
    }

    private static Article saying(String id, String summary) {
        return Article.titled("Title of " + id).id(id).summary(summary).build();
    }

    private List<LearnedAcronym> learned() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return LearnedAcronym.read(reader);
        }
    }
}
