package dev.epitome.engine;

import dev.epitome.analysis.TextAnalysis;
import dev.epitome.analysis.TextWord;
import dev.epitome.engine.Plan.Best;
import dev.epitome.engine.Plan.Nothing;
import dev.epitome.engine.Plan.Only;
import dev.epitome.engine.Plan.Sum;
import dev.epitome.engine.QueryParts.Strictness;
import dev.epitome.engine.QueryRewriter.ExpansionLevel;
import dev.epitome.engine.WordPlans.Role;
import dev.epitome.query.QueryExpression;
import dev.epitome.query.QueryExpression.Alias;
import dev.epitome.query.QueryExpression.Aliased;
import dev.epitome.query.QueryExpression.AllOf;
import dev.epitome.query.QueryExpression.AnyOf;
import dev.epitome.query.QueryExpression.Corrected;
import dev.epitome.query.QueryExpression.Everything;
import dev.epitome.query.QueryExpression.InField;
import dev.epitome.query.QueryExpression.Not;
import dev.epitome.query.QueryExpression.Phrase;
import dev.epitome.query.QueryExpression.Prefix;
import dev.epitome.query.QueryExpression.Published;
import dev.epitome.query.QueryExpression.Reading;
import dev.epitome.query.QueryExpression.Word;
import dev.epitome.query.QueryPrinter;
import dev.epitome.ranking.RankingProfile;
import dev.epitome.search.MatchRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Turns what a query means into a {@link Plan}. All text of an article counts together, as in BM25F: a word in the
 * title weighs as if the text said it several times.
 */
final class QueryPlanner {

    private final TermStatistics terms;
    private final RankingProfile profile;
    private final WordPlans words;
    private final PhrasePlans phrases;
    private final Compounds compounds;
    private final FieldPlans fields;
    private final Strictness strictness;

    QueryPlanner(
            TermStatistics terms, WordPlans words, RankingProfile profile, LocalDate today, Strictness strictness) {
        this.terms = terms;
        this.profile = profile;
        this.words = words;
        this.phrases = new PhrasePlans(terms);
        this.compounds = new Compounds(terms);
        this.fields = new FieldPlans(terms, today);
        this.strictness = strictness;
    }

    Plan plan(QueryExpression expression) {
        return plan(expression, Role.typed(""));
    }

    private Plan plan(QueryExpression expression, Role role) {
        return switch (expression) {
            case Everything everything -> Plan.everything();
            case Word word -> word(word, role);
            case Prefix prefix -> prefix(prefix, role);
            case Phrase phrase -> phrase(phrase, role);
            case InField in -> inField(in, role);
            case Published published -> fields.published(published.range());
            case AllOf all -> allParts(all.parts(), role);
            case AnyOf any ->
                new Best(any.parts().stream().map(part -> plan(part, role)).toList());
            case Not not -> allParts(List.of(not), role);
            case Corrected corrected -> {
                MatchRule rule = corrected.reading() == Reading.SPELLING ? MatchRule.TYPO : MatchRule.FALLBACK;
                yield plan(corrected.as(), new Role(corrected.typed(), rule, role.weight() * profile.typo()));
            }
            case Aliased aliased -> aliased(aliased, role);
        };
    }

    /** Signs, as of Chinese, ask for their like side by side: two of them are a word, and more are words in a row. */
    private Plan word(Word word, Role role) {
        List<TextWord> found = terms.words(word.text());
        Role own = role.rule() == MatchRule.EXACT ? Role.typed(word.text()) : role;
        return switch (found.size()) {
            case 0 -> new Nothing(word.text());
            case 1 ->
                switch (strictness) {
                    case ALL_WORDS, TELLING_WORD -> words.word(found.getFirst(), own);
                    case SOME_WORDS, EVEN_QUOTED -> words.wordOrPieces(found.getFirst(), own);
                };
            default -> together(found, own);
        };
    }

    private Plan together(List<TextWord> found, Role role) {
        List<Plan> pairs = new ArrayList<>();
        for (int i = 1; i < found.size(); i++) {
            pairs.add(phrases.phrase(found.subList(i - 1, i + 1), role).orElseGet(() -> new Nothing(role.typed())));
        }
        List<Plan> whole = phrases.phrase(found, withRule(role, MatchRule.PROXIMITY, profile.phrase())).stream()
                .toList();
        if (pairs.size() == 1 || strictness == Strictness.ALL_WORDS || strictness == Strictness.TELLING_WORD) {
            return new Sum(pairs, whole, 0, List.of());
        }
        return new Sum(List.of(Plan.anyOf(pairs)), whole, 0, List.of());
    }

    /** Of signs, as of Chinese, each is a word, and what begins so is what has them in a row. */
    private Plan prefix(Prefix prefix, Role role) {
        List<TextWord> found = terms.words(prefix.text());
        if (found.size() > 1 && found.stream().allMatch(TextAnalysis::isSign)) {
            return together(found, Role.typed(prefix.text() + "*"));
        }
        String beginning = String.join(
                "",
                TextAnalysis.words(prefix.text()).stream().map(TextWord::exact).toList());
        Role own = role.rule() == MatchRule.EXACT ? new Role(prefix.text() + "*", MatchRule.PREFIX, 1) : role;
        return beginning.isEmpty() ? new Nothing(prefix.text()) : words.prefix(beginning, own);
    }

    /** Words in quotes must stand together; how often each is said still counts. */
    private Plan phrase(Phrase phrase, Role role) {
        List<TextWord> found = terms.words(phrase.text());
        if (found.isEmpty()) {
            return new Nothing(phrase.text());
        }
        Role own = role.rule() == MatchRule.EXACT ? new Role(phrase.text(), MatchRule.PHRASE, profile.phrase()) : role;
        Optional<Plan> together = phrases.phrase(found, own);
        if (role.rule() != MatchRule.EXACT) {
            return together.orElseGet(() -> new Nothing(phrase.text()));
        }
        List<Plan> ways = new ArrayList<>(together.stream().toList());
        Role compound = new Role(phrase.text(), MatchRule.COMPOUND, own.weight() * profile.compound());
        for (List<TextWord> form :
                words.level() == ExpansionLevel.FORMS ? compounds.otherForms(found) : List.<List<TextWord>>of()) {
            phrases.phrase(form, compound).ifPresent(ways::add);
        }
        if (ways.isEmpty()) {
            return new Nothing(phrase.text());
        }
        List<Plan> each = found.stream()
                .map(word -> words.word(word, Role.typed(word.exact())).unmarked())
                .toList();
        return new Sum(List.of(Plan.bestOf(ways)), each, 0, List.of());
    }

    private Plan inField(InField in, Role role) {
        Plan within = fields.in(in.field(), in.of());
        return in.field().hasValues()
                ? within
                : new Sum(List.of(new Only(within)), List.of(plan(in.of(), role).unmarked()), 0, List.of());
    }

    /** However rare another name is, or where it stands: it is to come after the name that was typed. */
    private Plan aliased(Aliased aliased, Role role) {
        List<Plan> ways = new ArrayList<>();
        Plan itself = plan(aliased.typed(), role);
        ways.add(itself);
        String typed = QueryPrinter.print(aliased.typed());
        for (Alias alias : aliased.also()) {
            double most = plan(alias.meaning(), new Role(typed, MatchRule.ALIAS, role.weight()))
                    .maxScore();
            if (most > 0) {
                double allowed = itself.maxScore() == 0 ? most : Math.min(most, itself.maxScore());
                double weight = role.weight() * profile.alias() * allowed / most;
                ways.add(plan(alias.meaning(), new Role(typed, MatchRule.ALIAS, weight)));
            }
        }
        return Plan.bestOf(ways);
    }

    private Plan allParts(List<QueryExpression> parts, Role role) {
        QueryParts all = QueryParts.of(parts, strictness);
        List<Plan> required = new ArrayList<>();
        all.required().forEach(part -> required.add(plan(part, role)));
        List<Plan> wanted = wanted(all.wanted(), role);
        List<Plan> without =
                all.without().stream().map(part -> plan(part, role)).toList();
        List<Plan> close = words.level() == ExpansionLevel.FORMS
                ? new Proximity(terms, phrases, profile).of(parts, all.wanted())
                : List.of();
        if (required.isEmpty() && wanted.isEmpty()) {
            return new Sum(List.of(Plan.everything()), List.of(), 0, without);
        }
        if (strictness == Strictness.ALL_WORDS) {
            required.addAll(wanted);
            return new Sum(required, close, 0, without);
        }
        if (strictness == Strictness.TELLING_WORD && !wanted.isEmpty()) {
            Plan telling = telling(all.wanted(), wanted);
            required.add(telling);
            List<Plan> optional = new ArrayList<>(wanted);
            optional.remove(telling);
            optional.addAll(close);
            return new Sum(required, optional, 0, without);
        }
        if (wanted.isEmpty() || required.stream().anyMatch(part -> !(part instanceof Only))) {
            List<Plan> optional = new ArrayList<>(wanted);
            optional.addAll(close);
            return new Sum(required, optional, 0, without);
        }
        required.add(wanted.size() == 1 && isOne(wanted.getFirst()) ? wanted.getFirst() : Plan.anyOf(wanted));
        return new Sum(required, close, 0, without);
    }

    /** What tells a name from others: the word with a sign in it, or the rarest. */
    private static Plan telling(List<QueryExpression> parts, List<Plan> plans) {
        for (int i = 0; i < parts.size() && parts.size() == plans.size(); i++) {
            if (QueryParts.typedWord(parts.get(i))
                    .filter(word -> WordPlans.isSigned(word.text()))
                    .isPresent()) {
                return plans.get(i);
            }
        }
        return plans.stream().max(Comparator.comparingDouble(Plan::maxScore)).orElseThrow();
    }

    /** Whether an article that has any of it has it all; not where the pieces of a word are enough. */
    private static boolean isOne(Plan plan) {
        return !(plan instanceof Sum sum)
                || (sum.required().isEmpty() && sum.optional().stream().allMatch(Plan.Leaf.class::isInstance));
    }

    /** Neighbours that some article writes as one word may also stand there so. */
    private List<Plan> wanted(List<QueryExpression> parts, Role role) {
        List<Plan> plans = new ArrayList<>();
        int next = 0;
        while (next < parts.size()) {
            int run = words.togetherFrom(parts, next);
            Plan plan = all(parts.subList(next, next + run), role);
            plans.add(run == 1 ? plan : new Best(List.of(plan, words.together(parts.subList(next, next + run), plan))));
            next += run;
        }
        return plans;
    }

    /** The words that a relaxed search is content with some of; what is in quotes counts as one. */
    List<MatchedWords.Run> runs(QueryExpression expression) {
        List<QueryExpression> parts = expression instanceof AllOf all ? all.parts() : List.of(expression);
        List<QueryExpression> wanted =
                QueryParts.of(parts, Strictness.EVEN_QUOTED).wanted();
        List<MatchedWords.Run> runs = new ArrayList<>();
        for (int next = 0; next < wanted.size(); ) {
            List<QueryExpression> run = wanted.subList(next, next + words.togetherFrom(wanted, next));
            List<Plan> each =
                    run.stream().map(part -> plan(part, Role.typed(""))).toList();
            Plan all = each.size() == 1 ? each.getFirst() : words.together(run, Plan.allOf(each));
            runs.add(new MatchedWords.Run(run.stream().map(QueryPlanner::typed).toList(), all, each));
            next += run.size();
        }
        return runs;
    }

    private static String typed(QueryExpression part) {
        return switch (part) {
            case Corrected corrected -> corrected.typed();
            case Aliased aliased -> typed(aliased.typed());
            case Word word -> word.text();
            case Phrase phrase -> phrase.text();
            default -> QueryPrinter.print(part);
        };
    }

    private Plan all(List<QueryExpression> parts, Role role) {
        if (parts.size() == 1) {
            return plan(parts.getFirst(), role);
        }
        List<Plan> plans = parts.stream().map(part -> plan(part, role)).toList();
        return strictness == Strictness.ALL_WORDS ? Plan.allOf(plans) : Plan.anyOf(plans);
    }

    private static Role withRule(Role role, MatchRule rule, double weight) {
        return new Role(role.typed(), rule, role.weight() * weight);
    }
}
