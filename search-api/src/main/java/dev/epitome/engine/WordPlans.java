package dev.epitome.engine;

import dev.epitome.analysis.TextWord;
import dev.epitome.engine.Lexicon.Counted;
import dev.epitome.engine.Plan.Evidence;
import dev.epitome.engine.Plan.Leaf;
import dev.epitome.engine.Plan.Lookup;
import dev.epitome.engine.Plan.Nothing;
import dev.epitome.engine.QueryRewriter.ExpansionLevel;
import dev.epitome.engine.WordMemory.Beginning;
import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryExpression.Word;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.MatchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Plans for single words. A compound is asked for whole: its parts alone would find what nobody asked for. Written
 * apart it is found as well, where the words stand next to each other.
 */
final class WordPlans {

    /** Of the words that begin alike; each costs a walk through its articles. */
    private static final int MOST_BEGINNING_SO = 6;

    private final TermStatistics statistics;
    private final Retriever retriever;
    private final Compounds compounds;
    private final PhrasePlans phrases;
    private final RankingProfile profile;
    private final ExpansionLevel level;
    private final WordMemory memory;
    private final Lexicon lexicon;

    WordPlans(TermStatistics terms, IndexState state, RankingProfile profile, ExpansionLevel level) {
        this.statistics = terms;
        this.retriever = state.retriever();
        this.memory = state.words();
        this.lexicon = state.lexicon();
        this.compounds = new Compounds(terms);
        this.phrases = new PhrasePlans(terms);
        this.profile = profile;
        this.level = level;
    }

    ExpansionLevel level() {
        return level;
    }

    /** How a word is looked for, as itself or in the place of another. */
    record Role(String typed, MatchRule rule, double weight) {
        static Role typed(String word) {
            return new Role(word, MatchRule.EXACT, 1);
        }

        /** A stem of the word itself is a stem; of what took its place, it is still that. */
        MatchRule looser() {
            return rule == MatchRule.EXACT ? MatchRule.STEM : rule;
        }

        MatchRule compound() {
            return rule == MatchRule.EXACT ? MatchRule.COMPOUND : rule;
        }
    }

    /** A word, every way that it is written. */
    Plan word(TextWord word, Role role) {
        return memory.plans().get(new WordMemory.Asked(word, role, level, profile), none -> make(word, role));
    }

    /** Of a word that hyphens join, the pieces too: in a relaxed search each of them says something. */
    Plan wordOrPieces(TextWord word, Role role) {
        Plan whole = word(word, role);
        if (word.positions() == 1 || !isOfProse(word) || level != ExpansionLevel.FORMS) {
            return whole;
        }
        List<Plan> ways = new ArrayList<>();
        ways.add(whole);
        for (TextWord piece : CompoundSplitter.atSeparators(word.exact())) {
            if (!StopWords.has(piece.exact())) {
                ways.add(word(piece, role));
            }
        }
        return Plan.anyOf(ways);
    }

    /** Whether there is more in it than letters: C++, A/B, HTTP2. */
    static boolean isSigned(String text) {
        return !text.chars().allMatch(c -> Character.isLetter(c) || c == '-' || c == '\'' || c == '\u2019');
    }

    /** The pieces of {@code std::move} and of {@code max_connections} are no words of a question. */
    private static boolean isOfProse(TextWord word) {
        return word.exact().chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '/');
    }

    private Plan make(TextWord word, Role role) {
        List<Plan> ways = new ArrayList<>();
        direct(word, role).ifPresent(ways::add);
        if (level == ExpansionLevel.FORMS) {
            apart(word, role).ifPresent(ways::add);
        }
        return ways.isEmpty() ? new Nothing(role.typed()) : Plan.bestOf(ways);
    }

    /** The word as one. */
    private Optional<Plan> direct(TextWord word, Role role) {
        List<Plan> terms = new ArrayList<>();
        if (statistics.has(TermField.LOOSE, word.loose())) {
            terms.add(term(TermField.LOOSE, word.loose(), role.looser(), role, role.weight()));
        }
        if (statistics.has(TermField.EXACT, word.exact())) {
            terms.add(term(TermField.EXACT, word.exact(), role.rule(), role, role.weight() * profile.exact()));
        }
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of(terms.size() == 1 ? terms.getFirst() : Plan.anyOf(terms));
    }

    /** How many of the words from there on some article writes as one; 1 where none does. */
    int togetherFrom(List<? extends QueryExpression> parts, int from) {
        int longest = level == ExpansionLevel.FORMS ? Compounds.LONGEST_RUN : 1;
        for (int count = Math.min(longest, parts.size() - from); count > 1; count--) {
            if (joined(parts.subList(from, from + count)).isPresent()) {
                return count;
            }
        }
        return 1;
    }

    /** Words written apart in the query that some article writes as one, which is as good as having them all. */
    Plan together(List<QueryExpression> parts, Plan apart) {
        TextWord one = joined(parts).orElseThrow();
        String typed = parts.stream()
                .flatMap(part -> QueryParts.typedWord(part).stream())
                .map(Word::text)
                .collect(Collectors.joining(" "));
        Role role = new Role(typed, MatchRule.COMPOUND, profile.compound());
        double most = term(TermField.LOOSE, one.loose(), MatchRule.COMPOUND, role, role.weight())
                .maxScore();
        double weight = role.weight() * Math.max(1, profile.compound() * apart.maxScore() / most);
        return term(TermField.LOOSE, one.loose(), MatchRule.COMPOUND, role, weight);
    }

    private Optional<TextWord> joined(List<? extends QueryExpression> parts) {
        List<TextWord> run = new ArrayList<>();
        for (QueryExpression part : parts) {
            Optional<Word> word = QueryParts.typedWord(part).filter(some -> !StopWords.has(some.text()));
            List<TextWord> found =
                    word.map(some -> statistics.words(some.text())).orElse(List.of());
            if (found.size() != 1) {
                return Optional.empty();
            }
            run.add(found.getFirst());
        }
        return compounds.joined(run);
    }

    /** A compound that some article writes as words of their own. */
    Optional<Plan> apart(TextWord word, Role role) {
        for (List<TextWord> pieces : compounds.apart(word)) {
            Role compound = new Role(role.typed(), role.compound(), role.weight() * profile.compound());
            Optional<Plan> plan = phrases.phrase(pieces, compound);
            if (plan.isPresent() && retriever.matchesAny(plan.get())) {
                return plan;
            }
        }
        return Optional.empty();
    }

    /**
     * Every word that begins so, be it within a compound; and the word itself, which may have another stem. The most
     * frequent of them count by where they stand and by how rare all are together, the others alike.
     *
     * @param asked with the rule that words are told by which begin so
     */
    Plan prefix(String beginning, Role asked) {
        Role role = new Role(asked.typed(), asked.rule(), asked.weight() * profile.prefix());
        if (level != ExpansionLevel.FORMS) {
            return anyWith(TermField.EXACT, beginning, role);
        }
        List<Plan> ways = new ArrayList<>();
        for (TextWord word : statistics.words(beginning)) {
            if (statistics.has(word)) {
                ways.add(word(word, Role.typed(asked.typed())));
            }
        }
        for (TermField field : List.of(TermField.EXACT, TermField.LOOSE)) {
            List<Counted> longer = memory.longer().get(new Beginning(field, beginning), this::longer);
            int together = longer.stream().mapToInt(Counted::everywhere).sum();
            double idf = statistics.idf(Math.min(together, lexicon.articlesWithAny(TermField.LOOSE)));
            for (Counted term : longer) {
                double weight = role.weight() * Math.min(1, idf / statistics.idf(term.everywhere()));
                ways.add(term(field, term.term(), role.rule(), role, weight));
            }
            if (longer.size() == MOST_BEGINNING_SO) {
                ways.add(anyWith(field, beginning, role));
            }
        }
        return ways.isEmpty() ? new Nothing(asked.typed()) : Plan.bestOf(ways);
    }

    private List<Counted> longer(Beginning asked) {
        return lexicon.mostFrequent(asked.field(), asked.letters(), term -> true, Optional.empty()).stream()
                .limit(MOST_BEGINNING_SO)
                .toList();
    }

    private static Plan anyWith(TermField field, String beginning, Role role) {
        return new Leaf(
                new Lookup.Prefix(field, beginning),
                (float) role.weight(),
                role.weight(),
                new Evidence(
                        role.typed(),
                        role.rule(),
                        beginning + "*",
                        new Matcher.Beginning(beginning),
                        Evidence.EVERYWHERE,
                        1,
                        role.weight(),
                        true));
    }

    private Plan term(TermField field, String term, MatchRule rule, Role role, double weight) {
        double burst = profile.burst() ? statistics.burst(field, term) : 1;
        double idf = statistics.idf(field, term) * burst;
        Matcher matcher = field.equals(TermField.EXACT) ? new Matcher.Exact(term) : new Matcher.Loose(term);
        return new Leaf(
                new Lookup.Term(field, term),
                (float) (weight * burst),
                idf * weight,
                new Evidence(role.typed(), rule, term, matcher, Evidence.EVERYWHERE, idf, weight, true));
    }
}
