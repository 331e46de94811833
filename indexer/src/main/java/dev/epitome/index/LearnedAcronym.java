package dev.epitome.index;

import dev.epitome.alias.AcronymFinder;
import dev.epitome.alias.AcronymFinder.Definition;
import dev.epitome.alias.AliasDictionary;
import dev.epitome.article.Article;
import dev.epitome.article.CleanText;
import dev.epitome.index.IndexFields.Kept;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * An acronym that an article of the corpus defines, as in "a Real-Time Distributed Graph (RDG)".
 *
 * @param articles how many articles define it so
 * @param articleId of these the one whose id sorts first
 */
public record LearnedAcronym(Definition definition, int articles, String articleId) {

    /** More than this are left out, in the order of the alphabet: an index must open in little memory. */
    private static final int MOST = 20_000;

    /** Of the articles that define an acronym alike, no more than these count. */
    private static final int MOST_VOTES = 16;

    /** Stands between acronym and expansion in a term: no text that is indexed can hold it. */
    private static final char BETWEEN = '\0';

    public LearnedAcronym {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(articleId, "articleId");
    }

    static List<String> terms(Article article) {
        return Stream.of(article.title(), article.summary())
                .flatMap(text -> AcronymFinder.definitions(CleanText.quiet(text)).stream())
                .map(found -> found.acronym() + BETWEEN + found.expansion())
                .distinct()
                .toList();
    }

    /** What the articles of an index define, as it was stored when the index was made. */
    public static AliasDictionary dictionary(IndexReader reader) throws IOException {
        Objects.requireNonNull(reader, "reader");
        Optional<BytesRef> stored =
                IndexFields.kept(reader, IndexFields.ACRONYMS).map(Kept::value);
        try {
            return stored.isEmpty()
                    ? AliasDictionary.none()
                    : AliasDictionary.stored(ArrayUtil.copyOfSubArray(
                            stored.get().bytes, stored.get().offset, stored.get().offset + stored.get().length));
        } catch (IllegalArgumentException e) {
            throw new IOException("the acronyms of the index cannot be read", e);
        }
    }

    static BytesRef written(List<LearnedAcronym> learned) {
        List<Definition> definitions = new ArrayList<>();
        for (LearnedAcronym one : learned) {
            definitions.addAll(Collections.nCopies(Math.min(one.articles(), MOST_VOTES), one.definition()));
        }
        return new BytesRef(AliasDictionary.learned(definitions).written());
    }

    /** All that the articles of an index define, in the order of the alphabet. */
    public static List<LearnedAcronym> read(IndexReader reader) throws IOException {
        return read(reader, DeletedTerms.NONE);
    }

    /** @param deleted what the index still counts and no longer has */
    static List<LearnedAcronym> read(IndexReader reader, DeletedTerms deleted) throws IOException {
        Objects.requireNonNull(reader, "reader");
        List<LearnedAcronym> learned = new ArrayList<>();
        Terms terms = MultiTerms.getTerms(reader, IndexFields.DEFINITION);
        if (terms == null) {
            return learned;
        }
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null && learned.size() < MOST; term = each.next()) {
            int articles = each.docFreq()
                    - deleted.of(new Term(IndexFields.DEFINITION, term)).articles();
            if (articles <= 0) {
                continue;
            }
            String text = term.utf8ToString();
            int between = text.indexOf(BETWEEN);
            Definition definition = new Definition(text.substring(0, between), text.substring(between + 1));
            learned.add(new LearnedAcronym(definition, articles, firstArticle(reader, term)));
        }
        return learned;
    }

    /** The id that sorts first: which article lies in which segment is a matter of chance. */
    private static String firstArticle(IndexReader reader, BytesRef term) throws IOException {
        String first = "";
        for (LeafReaderContext segment : reader.leaves()) {
            PostingsEnum articles =
                    segment.reader().postings(new Term(IndexFields.DEFINITION, term), PostingsEnum.NONE);
            if (articles != null) {
                SortedDocValues ids = DocValues.getSorted(segment.reader(), IndexFields.ID);
                Bits live = segment.reader().getLiveDocs();
                while (articles.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    if (live != null && !live.get(articles.docID())) {
                        continue;
                    }
                    ids.advanceExact(articles.docID());
                    String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
                    first = first.isEmpty() || id.compareTo(first) < 0 ? id : first;
                }
            }
        }
        return first;
    }
}
