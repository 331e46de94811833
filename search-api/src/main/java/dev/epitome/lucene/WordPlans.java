package dev.epitome.lucene;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.index.IndexFields;
import dev.epitome.lucene.Plan.Best;
import dev.epitome.lucene.Plan.Clue;
import dev.epitome.lucene.Plan.Leaf;
import dev.epitome.lucene.Plan.Nothing;
import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryExpression.Word;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.MatchRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Plans for single words. A compound is asked for whole: its parts alone would find what nobody asked for. Written
 * apart it is found as well, where the words stand next to each other.
 */
final class WordPlans {

    private final Vocabulary vocabulary;
    private final Compounds compounds;
    private final PhrasePlans phrases;
    private final RankingProfile profile;
    private final Reach reach;

    /** The same word is planned once, however strict the search. */
    private record Key(String exact, String loose, Role role) {}

    private final Map<Key, Plan> made = new HashMap<>();

    WordPlans(Vocabulary vocabulary, RankingProfile profile, Reach reach) {
        this.vocabulary = vocabulary;
        this.compounds = new Compounds(vocabulary);
        this.phrases = new PhrasePlans(vocabulary);
        this.profile = profile;
        this.reach = reach;
    }

    Reach reach() {
        return reach;
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
        return made.computeIfAbsent(new Key(word.exact(), word.loose(), role), none -> make(word, role));
    }

    /** Of a word that hyphens join, the pieces too: in a relaxed search each of them says something. */
    Plan wordOrPieces(TextWord word, Role role) {
        Plan whole = word(word, role);
        if (word.positions() == 1 || !isOfProse(word) || reach != Reach.FORMS) {
            return whole;
        }
        List<Plan> ways = new ArrayList<>();
        ways.add(whole);
        for (TextWord piece : Halves.atSeparators(word.exact())) {
            if (!StopWords.has(piece.exact())) {
                ways.add(word(piece, role));
            }
        }
        return Plan.anyOf(ways);
    }

    /** The pieces of {@code std::move} and of {@code max_connections} are no words of a question. */
    private static boolean isOfProse(TextWord word) {
        return word.exact().chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '/');
    }

    private Plan make(TextWord word, Role role) {
        List<Plan> ways = new ArrayList<>();
        direct(word, role).ifPresent(ways::add);
        if (reach == Reach.FORMS) {
            apart(word, role).ifPresent(ways::add);
        }
        return switch (ways.size()) {
            case 0 -> new Nothing(role.typed());
            case 1 -> ways.getFirst();
            default -> new Best(ways);
        };
    }

    /** The word as one. */
    private Optional<Plan> direct(TextWord word, Role role) {
        List<Plan> terms = new ArrayList<>();
        if (vocabulary.has(IndexFields.LOOSE, word.loose())) {
            terms.add(term(IndexFields.LOOSE, word.loose(), role.looser(), role, role.weight()));
        }
        if (vocabulary.has(IndexFields.EXACT, word.exact())) {
            terms.add(term(IndexFields.EXACT, word.exact(), role.rule(), role, role.weight() * profile.exact()));
        }
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of(terms.size() == 1 ? terms.getFirst() : Plan.anyOf(terms));
    }

    /** How many of the words from there on some article writes as one; 1 where none does. */
    int togetherFrom(List<QueryExpression> parts, int from) {
        int longest = reach == Reach.FORMS ? Compounds.LONGEST_RUN : 1;
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
                .flatMap(part -> AllParts.typedWord(part).stream())
                .map(Word::text)
                .collect(Collectors.joining(" "));
        Role role = new Role(typed, MatchRule.COMPOUND, profile.compound());
        double most = term(IndexFields.LOOSE, one.loose(), MatchRule.COMPOUND, role, role.weight())
                .most();
        double weight = role.weight() * Math.max(1, profile.compound() * apart.most() / most);
        return term(IndexFields.LOOSE, one.loose(), MatchRule.COMPOUND, role, weight);
    }

    private Optional<TextWord> joined(List<QueryExpression> parts) {
        List<TextWord> run = new ArrayList<>();
        for (QueryExpression part : parts) {
            Optional<Word> word = AllParts.typedWord(part).filter(some -> !StopWords.has(some.text()));
            List<TextWord> found =
                    word.map(some -> TextAnalysis.words(some.text())).orElse(List.of());
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
            Optional<Plan> plan = phrases.phrase(pieces, compound, Clue.EVERYWHERE);
            if (plan.isPresent() && vocabulary.matchesAny(plan.get().query())) {
                return plan;
            }
        }
        return Optional.empty();
    }

    /** Every word that begins so. */
    Plan prefix(String typed, String beginning) {
        double weight = profile.prefix();
        Query query = new PrefixQuery(new Term(IndexFields.EXACT, beginning));
        return new Leaf(
                new BoostQuery(new ConstantScoreQuery(query), (float) weight),
                weight,
                new Clue(
                        typed,
                        MatchRule.PREFIX,
                        beginning + "*",
                        new Matcher.Beginning(beginning),
                        Clue.EVERYWHERE,
                        1,
                        weight,
                        true));
    }

    private Plan term(String field, String term, MatchRule rule, Role role, double weight) {
        double burst = profile.burst() ? vocabulary.burst(field, term) : 1;
        double rarity = vocabulary.rarity(field, term) * burst;
        Matcher matcher = field.equals(IndexFields.EXACT) ? new Matcher.Exact(term) : new Matcher.Loose(term);
        Query query = new BoostQuery(new TermQuery(new Term(field, term)), (float) (weight * burst));
        return new Leaf(
                query,
                rarity * weight,
                new Clue(role.typed(), rule, term, matcher, Clue.EVERYWHERE, rarity, weight, true));
    }
}
