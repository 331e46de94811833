package dev.epitome.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epitome.article.Article;
import dev.epitome.ranking.RankingProfile.FieldWeights;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class TextFieldsTest {

    private static final FieldWeights WEIGHTS = FieldWeights.DEFAULT;

    private final Article article = Article.titled("Scaling NodePort")
            .summary("Scaled the node_modules of EKS. EKS scales.")
            .tags(List.of("eks", "role-based access"))
            .authors(List.of("Ann Lee", "Bo Diaz"))
            .source("ByteByteGo")
            .build();

    @Test
    void theFrequencyOfATermIsTheWeightedSumOfItsOccurrences() throws IOException {
        assertThat(frequency(IndexFields.EXACT, "eks")).isEqualTo(2 * WEIGHTS.summary() + WEIGHTS.tags());
        assertThat(frequency(IndexFields.EXACT, "scaling")).isEqualTo(WEIGHTS.title());
        assertThat(frequency(IndexFields.EXACT, "lee")).isEqualTo(WEIGHTS.names());
    }

    @Test
    void wordsOfOneStemCountTogetherInTheLooseFieldOnly() throws IOException {
        assertThat(frequency(IndexFields.LOOSE, "scale")).isEqualTo(WEIGHTS.title() + 2 * WEIGHTS.summary());
        assertThat(frequency(IndexFields.EXACT, "scaled")).isEqualTo(WEIGHTS.summary());
    }

    @Test
    void aPartOfACompoundCountsHalfAndWhatHyphensJoinCountsWhole() throws IOException {
        assertThat(frequency(IndexFields.LOOSE, "port")).isEqualTo(WEIGHTS.title() / 2);
        assertThat(frequency(IndexFields.LOOSE, "role")).isEqualTo(WEIGHTS.tags());
        assertThat(frequency(IndexFields.EXACT, "port")).isZero();
    }

    @Test
    void ofNamesNoPartsAreFound() throws IOException {
        assertThat(frequency(IndexFields.LOOSE, "bytebytego")).isEqualTo(WEIGHTS.names());
        assertThat(frequency(IndexFields.LOOSE, "byte")).isZero();
    }

    @Test
    void noPhraseGoesFromOneTagOrAuthorToTheNext() throws IOException {
        assertThat(phrase(SearchedField.AUTHOR.words(), "ann", "lee")).isTrue();
        assertThat(phrase(SearchedField.AUTHOR.words(), "lee", "bo")).isFalse();
        assertThat(phrase(50, SearchedField.AUTHOR.words(), "lee", "bo")).isFalse();
        assertThat(phrase(SearchedField.TAG.words(), "role", "base", "access")).isTrue();
    }

    private int frequency(String field, String term) throws IOException {
        return search(reader -> {
            Terms terms = MultiTerms.getTerms(reader, field);
            TermsEnum each = terms.iterator();
            if (!each.seekExact(new BytesRef(term))) {
                return 0;
            }
            PostingsEnum postings = each.postings(null, PostingsEnum.FREQS);
            postings.nextDoc();
            return postings.freq();
        });
    }

    private boolean phrase(String field, String... words) throws IOException {
        return phrase(0, field, words);
    }

    private boolean phrase(int slop, String field, String... words) throws IOException {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
        List.of(words).forEach(word -> phrase.add(new Term(field, word)));
        return search(reader -> new IndexSearcher(reader).count(phrase.build()) == 1);
    }

    private interface Looking<T> {
        T in(DirectoryReader reader) throws IOException;
    }

    private <T> T search(Looking<T> looking) throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            TestIndex.publish(directory, article);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                return looking.in(reader);
            }
        }
    }
}
