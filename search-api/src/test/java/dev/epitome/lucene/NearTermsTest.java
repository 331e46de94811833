package dev.epitome.lucene;

import static dev.epitome.search.TestArticle.article;
import static dev.epitome.search.TestArticle.articles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.engine.Lexicon.Counted;
import dev.epitome.index.DeletedTerms;
import dev.epitome.index.IndexFields;
import dev.epitome.index.Reindex;
import dev.epitome.search.Seeds;
import dev.epitome.search.TestArticle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

final class NearTermsTest {

    @Test
    void findsTheWordsThatLucenesAutomataFind() {
        Seeds.runs(1, random -> {
            try (Directory memory = new ByteBuffersDirectory()) {
                TestArticle[] articles = new TestArticle[300];
                for (int i = 0; i < articles.length; i++) {
                    StringBuilder words = new StringBuilder("word");
                    for (int j = 0; j < 20; j++) {
                        words.append(' ').append(word(random));
                    }
                    articles[i] = article("a" + i).titled(words.toString());
                }
                Reindex.of(articles(articles).stream()).into(memory);
                try (DirectoryReader reader = DirectoryReader.open(memory)) {
                    findsTheSame(reader, random);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void findsTheSame(DirectoryReader reader, Random random) throws IOException {
        IndexMemory memory = new IndexMemory();
        memory.follow(reader);
        IntStream.range(0, 100).forEach(any -> memory.misspelled());
        CommitTerms terms = new CommitTerms(reader, DeletedTerms.NONE, memory);
        for (int i = 0; i < 300; i++) {
            String word = word(random);
            for (int edits = 1; edits <= 2; edits++) {
                assertThat(terms.near(word, edits).orElseThrow())
                        .as("%s, %d edits", word, edits)
                        .isEqualTo(byAutomaton(reader, word, edits));
            }
        }
    }

    /** Of few letters, so that many are near each other. */
    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 4 + random.nextInt(4); i > 0; i--) {
            word.append("abcdж".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private static List<Counted> byAutomaton(DirectoryReader reader, String word, int edits) throws IOException {
        List<Counted> found = new ArrayList<>();
        FuzzyTermsEnum near = new FuzzyTermsEnum(
                MultiTerms.getTerms(reader, IndexFields.EXACT), new Term(IndexFields.EXACT, word), edits, 1, true);
        for (BytesRef term = near.next(); term != null; term = near.next()) {
            String text = term.utf8ToString();
            if (text.chars().allMatch(Character::isLetter)) {
                found.add(new Counted(text, near.docFreq(), near.docFreq()));
            }
        }
        return found;
    }
}
