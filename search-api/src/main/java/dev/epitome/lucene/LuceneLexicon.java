package dev.epitome.lucene;

import dev.epitome.engine.Budget;
import dev.epitome.engine.Lexicon;
import dev.epitome.engine.Lexicon.Counted;
import dev.epitome.engine.Plan;
import dev.epitome.engine.TermField;
import dev.epitome.query.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** The terms of one commit. Which articles match a plan is found once, for all walks among them. For one request. */
final class LuceneLexicon implements Lexicon {

    /** Of one walk, over all segments. A million a second or more are walked where there is nothing to count among. */
    static final int MOST_TERMS = 100_000;

    /** Articles that are looked at in one walk, to tell whether they match. */
    private static final int MOST_STEPS = 2_000_000;

    /** Of more terms nobody asks how many articles have them at all. */
    private static final int RANKED = 200;

    private final BudgetedSearcher searcher;
    private final IndexReader reader;
    private final CommitTerms terms;
    private final CommitFacets facets;
    private final Map<Plan, Map<LeafReaderContext, BitSet>> matching = new HashMap<>();

    LuceneLexicon(BudgetedSearcher searcher, CommitTerms terms, CommitFacets facets) {
        this.searcher = searcher;
        this.terms = terms;
        this.reader = searcher.getIndexReader();
        this.facets = facets;
    }

    @Override
    public int articlesWith(TermField field, String term) {
        return terms.articlesWith(PlanCompiler.term(field, term));
    }

    @Override
    public long occurrences(TermField field, String term) {
        return terms.occurrences(PlanCompiler.term(field, term));
    }

    @Override
    public int articlesWithAny(TermField field) {
        try {
            String name = FieldNames.of(field);
            return reader.getDocCount(name) - terms.deleted().of(name).articles();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long occurrencesOfAll(TermField field) {
        try {
            String name = FieldNames.of(field);
            return reader.getSumTotalTermFreq(name) - terms.deleted().of(name).occurrences();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Counted> near(TermField field, String term, int edits, int prefix) {
        try {
            if (field.equals(TermField.EXACT) && prefix == 1) {
                Optional<List<Counted>> gathered = terms.near(term, edits);
                if (gathered.isPresent()) {
                    return gathered.get();
                }
            }
            Terms all = MultiTerms.getTerms(reader, FieldNames.of(field));
            List<Counted> found = new ArrayList<>();
            if (all != null) {
                FuzzyTermsEnum near = new FuzzyTermsEnum(all, PlanCompiler.term(field, term), edits, prefix, true);
                for (BytesRef one = near.next(); one != null; one = near.next()) {
                    int with = near.docFreq() - gone(field, one);
                    if (with > 0) {
                        found.add(new Counted(one.utf8ToString(), with, with));
                    }
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> first(TermField field, String beginning) {
        try {
            Terms all = MultiTerms.getTerms(reader, FieldNames.of(field));
            if (all == null) {
                return Optional.empty();
            }
            TermsEnum from = all.iterator();
            BytesRef begun = new BytesRef(beginning);
            BytesRef term = from.seekCeil(begun) == SeekStatus.END ? null : from.term();
            while (term != null && StringHelper.startsWith(term, begun) && from.docFreq() == gone(field, term)) {
                term = from.next();
            }
            return term != null && StringHelper.startsWith(term, begun)
                    ? Optional.of(term.utf8ToString())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many articles with a term are deleted. */
    private int gone(TermField field, BytesRef term) {
        return terms.deleted().isEmpty()
                ? 0
                : terms.deleted().of(new Term(FieldNames.of(field), term)).articles();
    }

    @Override
    public Optional<String> written(Field field, String key) {
        return facets.of(FieldNames.facet(field)).written(key);
    }

    @Override
    public List<Counted> mostFrequent(TermField field, String beginning, Predicate<String> kind, Optional<Plan> among) {
        String name = FieldNames.of(field);
        Map<String, Integer> counts = new HashMap<>();
        List<LeafReaderContext> segments = reader.leaves();
        try {
            for (LeafReaderContext segment : segments) {
                Terms terms = segment.reader().terms(name);
                Optional<BitSet> matches = terms == null || among.isEmpty()
                        ? Optional.empty()
                        : Optional.ofNullable(matching(among.get()).get(segment));
                if (terms != null && (among.isEmpty() || matches.isPresent())) {
                    new Walk(terms.iterator(), new BytesRef(beginning), kind, matches, counts, searcher.budget())
                            .run(MOST_TERMS / segments.size(), MOST_STEPS / segments.size());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (among.isEmpty() && !terms.deleted().isEmpty()) {
            counts.replaceAll((term, count) -> count - gone(field, new BytesRef(term)));
            counts.values().removeIf(count -> count == 0);
        }
        return counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Entry<String, Integer> term) -> -term.getValue())
                        .thenComparing(Entry::getKey))
                .limit(RANKED)
                .map(term -> new Counted(
                        term.getKey(),
                        term.getValue(),
                        among.isEmpty() ? term.getValue() : articlesWith(field, term.getKey())))
                .sorted(Counted.MOST_FIRST)
                .toList();
    }

    private Map<LeafReaderContext, BitSet> matching(Plan plan) throws IOException {
        Map<LeafReaderContext, BitSet> known = matching.get(plan);
        if (known == null) {
            known = new HashMap<>();
            Weight weight = searcher.createWeight(
                    searcher.rewrite(new PlanCompiler(terms).query(plan)), ScoreMode.COMPLETE_NO_SCORES, 1);
            for (LeafReaderContext segment : reader.leaves()) {
                Scorer scorer = weight.scorer(segment);
                if (scorer != null) {
                    BitSet matches =
                            BitSet.of(scorer.iterator(), segment.reader().maxDoc());
                    known.put(segment, withoutDeleted(matches, segment.reader().getLiveDocs()));
                }
            }
            matching.put(plan, known);
        }
        return known;
    }

    private static BitSet withoutDeleted(BitSet matches, @Nullable Bits live) {
        for (int document = 0; live != null && document < live.length(); document++) {
            if (!live.get(document)) {
                matches.clear(document);
            }
        }
        return matches;
    }

    /** Through the terms of one segment. */
    private static final class Walk {

        private final TermsEnum terms;
        private final BytesRef beginning;
        private final Predicate<String> kind;
        private final Optional<BitSet> matching;
        private final Map<String, Integer> counts;
        private final Budget budget;
        private int steps;

        Walk(
                TermsEnum terms,
                BytesRef beginning,
                Predicate<String> kind,
                Optional<BitSet> matching,
                Map<String, Integer> counts,
                Budget budget) {
            this.terms = terms;
            this.beginning = beginning;
            this.kind = kind;
            this.matching = matching;
            this.counts = counts;
            this.budget = budget;
        }

        void run(int mostTerms, int mostSteps) throws IOException {
            if (terms.seekCeil(beginning) == SeekStatus.END) {
                return;
            }
            BytesRef term = terms.term();
            for (int walked = 0; term != null && walked < mostTerms && steps < mostSteps; walked++) {
                if (!StringHelper.startsWith(term, beginning)) {
                    return;
                }
                budget.take(1);
                String text = term.utf8ToString();
                if (kind.test(text)) {
                    int with = articles();
                    if (with > 0) {
                        counts.merge(text, with, Integer::sum);
                    }
                }
                term = terms.next();
            }
        }

        private int articles() throws IOException {
            if (matching.isEmpty()) {
                return terms.docFreq();
            }
            BitSet among = matching.get();
            PostingsEnum articles = terms.postings(null, PostingsEnum.NONE);
            int with = 0;
            int article = articles.nextDoc();
            while (article != DocIdSetIterator.NO_MORE_DOCS) {
                steps++;
                budget.take(1);
                int next = among.nextSetBit(article);
                if (next == article) {
                    with++;
                }
                if (next == DocIdSetIterator.NO_MORE_DOCS) {
                    return with;
                }
                article = next == article ? articles.nextDoc() : articles.advance(next);
            }
            return with;
        }
    }
}
