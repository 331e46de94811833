package dev.epitome.lucene;

import dev.epitome.engine.Plan;
import dev.epitome.engine.Plan.Best;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Plan.Nothing;
import dev.epitome.engine.Plan.Only;
import dev.epitome.engine.Plan.Sum;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Takes a plan apart into {@link Part}s, as far down as that pays. */
final class SegmentSearch {

    private final RankedSearch sources;
    private final LeafReaderContext segment;
    private final DocAndFloatFeatureBuffer block = new DocAndFloatFeatureBuffer();

    SegmentSearch(RankedSearch sources, LeafReaderContext segment) {
        this.sources = sources;
        this.segment = segment;
    }

    /** What is only looked for in single documents. */
    Part bonus(Plan plan) throws IOException {
        return postings(sources.bonus(plan)).orElse(new AnyOf(List.of()));
    }

    /** Empty where no document of the segment can match. */
    Optional<Part> part(Plan plan) throws IOException {
        return switch (plan) {
            case Leaf leaf -> leaf(leaf);
            case Sum sum when isAnyOf(sum) -> anyOf(sum.optional());
            case Sum sum when !sum.required().isEmpty() && sum.atLeast() == 0 -> allOf(sum);
            case Sum sum -> postings(sources.scored(sum));
            case Best best -> bestOf(best);
            case Only only -> postings(sources.matching(only.plan()));
            case Nothing nothing -> Optional.empty();
        };
    }

    private static boolean isAnyOf(Sum sum) {
        return sum.required().isEmpty() && sum.without().isEmpty() && sum.needed() == 1;
    }

    private Optional<Part> anyOf(List<Plan> plans) throws IOException {
        List<Part> all = new ArrayList<>();
        for (Part part : some(plans).orElse(List.of())) {
            if (part instanceof AnyOf inner) {
                all.addAll(inner.parts());
            } else {
                all.add(part);
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all.size() == 1 ? all.getFirst() : new AnyOf(all));
    }

    private Optional<Part> allOf(Sum sum) throws IOException {
        Optional<List<Part>> required = some(sum.required());
        if (required.isEmpty() || required.get().size() < sum.required().size()) {
            return Optional.empty();
        }
        List<Part> optional = some(sum.optional()).orElse(List.of());
        List<Part> without = new ArrayList<>();
        for (Plan plan : sum.without()) {
            postings(sources.matching(plan)).ifPresent(without::add);
        }
        return required.get().size() == 1 && optional.isEmpty() && without.isEmpty()
                ? Optional.of(required.get().getFirst())
                : Optional.of(new AllOf(required.get(), optional, without));
    }

    private Optional<List<Part>> some(List<Plan> plans) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Plan plan : plans) {
            part(plan).ifPresent(parts::add);
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }

    private Optional<Part> leaf(Leaf leaf) throws IOException {
        Optional<int[]> known = known(leaf);
        if (known.isEmpty()) {
            return postings(sources.scored(leaf));
        }
        KnownDocuments documents = new KnownDocuments();
        documents.add(known.get(), leaf.boost());
        return documents(documents);
    }

    private Optional<int[]> known(Leaf leaf) throws IOException {
        return leaf.lookup() instanceof Lookup.Term ? Optional.empty() : sources.documents(leaf, segment);
    }

    /** Whatever is known one by one is one way. */
    private Optional<Part> bestOf(Best best) throws IOException {
        KnownDocuments documents = new KnownDocuments();
        List<Part> ways = new ArrayList<>();
        addWays(best, documents, ways);
        documents(documents).ifPresent(ways::add);
        return ways.isEmpty() ? Optional.empty() : Optional.of(ways.size() == 1 ? ways.getFirst() : new BestOf(ways));
    }

    private void addWays(Best best, KnownDocuments documents, List<Part> ways) throws IOException {
        for (Plan way : best.ways()) {
            Optional<int[]> known = way instanceof Leaf leaf ? known(leaf) : Optional.empty();
            if (known.isPresent()) {
                documents.add(known.get(), ((Leaf) way).boost());
            } else if (way instanceof Best inner) {
                addWays(inner, documents, ways);
            } else {
                part(way).ifPresent(ways::add);
            }
        }
    }

    private Optional<Part> documents(KnownDocuments documents) {
        return part(documents.scorer());
    }

    private Optional<Part> postings(Weight weight) throws IOException {
        return part(weight.scorer(segment));
    }

    private Optional<Part> part(@Nullable Scorer scorer) {
        return scorer == null
                ? Optional.empty()
                : Optional.of(new Postings(scorer, segment.reader().getLiveDocs(), block));
    }
}
