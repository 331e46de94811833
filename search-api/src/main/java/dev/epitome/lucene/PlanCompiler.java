package dev.epitome.lucene;

import dev.epitome.engine.FilterPlans;
import dev.epitome.engine.Matcher.Slot;
import dev.epitome.engine.Plan;
import dev.epitome.engine.Plan.Best;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Plan.Nothing;
import dev.epitome.engine.Plan.Only;
import dev.epitome.engine.Plan.Sum;
import dev.epitome.engine.TermField;
import dev.epitome.index.IndexFields;
import dev.epitome.search.SearchFilter;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Turns plans into Lucene's queries. The terms come from those of the commit, already looked up. */
final class PlanCompiler {

    private final CommitTerms terms;

    PlanCompiler(CommitTerms terms) {
        this.terms = terms;
    }

    Query query(Plan plan, SearchFilter filter) {
        if (filter.isEmpty()) {
            return query(plan);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (plan instanceof Sum sum && sum.required().isEmpty() && sum.without().isEmpty()) {
            // Flat, as Lucene can look at a filter and at bounds of the parts together.
            addOptional(all, sum);
        } else {
            all.add(query(plan), Occur.MUST);
        }
        FilterPlans.of(filter).forEach(part -> all.add(matching(part.lookup()), Occur.FILTER));
        return all.build();
    }

    Query query(Plan plan) {
        return switch (plan) {
            case Leaf leaf -> leaf(leaf);
            case Sum sum -> sum(sum);
            case Best best ->
                new DisjunctionMaxQuery(best.ways().stream().map(this::query).toList(), 0);
            case Only only -> new BoostQuery(new ConstantScoreQuery(query(only.plan())), 0);
            case Nothing nothing -> new MatchNoDocsQuery("no article has " + nothing.word());
        };
    }

    private Query sum(Sum sum) {
        if (sum.required().isEmpty()
                && sum.without().isEmpty()
                && sum.optional().size() == 1) {
            return query(sum.optional().getFirst());
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Plan part : sum.required()) {
            if (part instanceof Only only) {
                all.add(query(only.plan()), Occur.FILTER);
            } else {
                all.add(query(part), Occur.MUST);
            }
        }
        addOptional(all, sum);
        sum.without().forEach(part -> all.add(query(part), Occur.MUST_NOT));
        return all.build();
    }

    private void addOptional(BooleanQuery.Builder all, Sum sum) {
        sum.optional().forEach(part -> all.add(query(part), Occur.SHOULD));
        all.setMinimumNumberShouldMatch(sum.needed());
    }

    static boolean isTerm(Plan plan) {
        return plan instanceof Leaf leaf && leaf.lookup() instanceof Lookup.Term;
    }

    Query leaf(Leaf leaf) {
        return switch (leaf.lookup()) {
            case Lookup.Everything everything -> MatchAllDocsQuery.INSTANCE;
            case Lookup.Term term -> new BoostQuery(matching(term), leaf.boost());
            case Lookup.Recency recency ->
                LongField.newDistanceFeatureQuery(
                        IndexFields.PUBLISHED_FIRST,
                        leaf.boost(),
                        recency.today().toEpochDay(),
                        recency.days());
            case Lookup other -> new BoostQuery(new ConstantScoreQuery(matching(other)), leaf.boost());
        };
    }

    private Query matching(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Everything everything -> MatchAllDocsQuery.INSTANCE;
            case Lookup.Term term -> query(term(term.field(), term.term()));
            case Lookup.Prefix prefix -> new PrefixQuery(term(prefix.field(), prefix.beginning()));
            case Lookup.Phrase phrase -> phrase(phrase);
            case Lookup.Values values -> values(values);
            case Lookup.Days days -> days(days);
            case Lookup.Recency recency -> new FieldExistsQuery(IndexFields.PUBLISHED_FIRST);
            case Lookup.Matching matching -> query(matching.plan());
        };
    }

    private Query phrase(Lookup.Phrase phrase) {
        TermField field = new TermField.Words(phrase.field());
        List<Slot> slots = phrase.slots();
        if (slots.size() == 1) {
            return new DisjunctionMaxQuery(
                    slots.getFirst().terms().stream()
                            .map(term -> query(term(field, term)))
                            .toList(),
                    0);
        }
        MultiPhraseQuery.Builder together = new MultiPhraseQuery.Builder().setSlop(phrase.slop());
        for (Slot slot : slots) {
            Term[] terms = slot.terms().stream().map(term -> term(field, term)).toArray(Term[]::new);
            together.add(terms, slot.position());
        }
        return together.build();
    }

    private Query values(Lookup.Values values) {
        String field = FieldNames.of(new TermField.Values(values.field()));
        return values.keys().size() == 1
                ? query(new Term(field, values.keys().getFirst()))
                : new TermInSetQuery(
                        field, values.keys().stream().map(BytesRef::new).toList());
    }

    private Query days(Lookup.Days days) {
        BooleanQuery.Builder both = new BooleanQuery.Builder();
        days.from()
                .ifPresent(day -> both.add(
                        LongPoint.newRangeQuery(IndexFields.PUBLISHED_LAST, day.toEpochDay(), Long.MAX_VALUE),
                        Occur.FILTER));
        days.until()
                .ifPresent(day -> both.add(
                        LongPoint.newRangeQuery(IndexFields.PUBLISHED_FIRST, Long.MIN_VALUE, day.toEpochDay()),
                        Occur.FILTER));
        return both.build();
    }

    private Query query(Term term) {
        return new TermQuery(term, terms.of(term));
    }

    static Term term(TermField field, String term) {
        return new Term(FieldNames.of(field), term);
    }
}
