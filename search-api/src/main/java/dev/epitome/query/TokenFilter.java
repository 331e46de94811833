package dev.epitome.query;

import dev.epitome.query.QueryExpression.Word;
import dev.epitome.query.Token.Mark;
import dev.epitome.query.Token.Operand;
import dev.epitome.query.Token.Operator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Leaves out of the tokens of a query what cannot mean what it says, in passes, so that the rest can be parsed. */
final class TokenFilter {

    private TokenFilter() {}

    static List<Token> filtered(List<Token> tokens, Warnings warnings) {
        List<Token> bounded = bounded(balanced(searchedIfAlone(tokens), warnings), warnings);
        return settled(bounded, warnings);
    }

    /** In a query of nothing but operators they are what is searched for. */
    private static List<Token> searchedIfAlone(List<Token> tokens) {
        if (tokens.stream().anyMatch(Operand.class::isInstance)) {
            return tokens;
        }
        return tokens.stream()
                .map(token -> token instanceof Operator operator
                        ? new Operand(new Word(operator.name().toLowerCase(Locale.ROOT)))
                        : token)
                .toList();
    }

    /** Leaves out the parentheses that have no partner, and those that stand too deep. */
    private static List<Token> balanced(List<Token> tokens, Warnings warnings) {
        BitSet paired = paired(tokens);
        List<Token> balanced = new ArrayList<>(tokens.size());
        int depth = 0;
        int openWithinWords = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token != Mark.OPEN && token != Mark.CLOSE) {
                balanced.add(token);
                openWithinWords += openWithin(token);
            } else if (!paired.get(i) && token == Mark.CLOSE && openWithinWords > 0) {
                openWithinWords--; // It closes what was opened within a word, as in O(n log n).
            } else if (!paired.get(i)) {
                warnings.add("A parenthesis without its partner was left out.");
            } else {
                int within = token == Mark.OPEN ? ++depth : depth--;
                if (within <= QueryLanguage.MAX_DEPTH) {
                    balanced.add(token);
                } else {
                    warnings.add("Parentheses within more than " + QueryLanguage.MAX_DEPTH + " others were left out.");
                }
            }
        }
        return balanced;
    }

    private static BitSet paired(List<Token> tokens) {
        BitSet paired = new BitSet(tokens.size());
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) == Mark.OPEN) {
                open.push(i);
            } else if (tokens.get(i) == Mark.CLOSE && !open.isEmpty()) {
                paired.set(open.pop());
                paired.set(i);
            }
        }
        return paired;
    }

    /** How many parentheses the word opens and does not close. */
    private static int openWithin(Token token) {
        if (!(token instanceof Operand operand) || !(operand.expression() instanceof Word word)) {
            return 0;
        }
        int open = 0;
        for (int i = 0; i < word.text().length(); i++) {
            char sign = word.text().charAt(i);
            open += sign == '(' ? 1 : sign == ')' && open > 0 ? -1 : 0;
        }
        return open;
    }

    /** Drops what comes after the last operand that there is room for, but for the parentheses around it. */
    private static List<Token> bounded(List<Token> tokens, Warnings warnings) {
        List<Token> bounded = new ArrayList<>(tokens.size());
        int operands = 0;
        for (Token token : tokens) {
            boolean room = operands < QueryLanguage.MAX_CLAUSES;
            if (token instanceof Operand) {
                operands++;
            }
            if (room || token == Mark.OPEN || token == Mark.CLOSE) {
                bounded.add(token);
            }
        }
        if (operands > QueryLanguage.MAX_CLAUSES) {
            warnings.add(
                    "Only the first " + QueryLanguage.MAX_CLAUSES + " words, phrases and dates were searched for.");
        }
        return bounded;
    }

    /**
     * Leaves {@link Operator#OR} between two operands and nothing else: NOT becomes {@link Mark#MINUS}; AND is what
     * standing side by side means, and goes; so does, with a warning, what lacks an operand or is not an operator but a
     * heap of them.
     */
    private static List<Token> settled(List<Token> tokens, Warnings warnings) {
        List<Token> settled = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); ) {
            if (!(tokens.get(i) instanceof Operator)) {
                settled.add(tokens.get(i));
                i++;
                continue;
            }
            int end = endOfRun(tokens, i);
            boolean left = i > 0 && (tokens.get(i - 1) instanceof Operand || tokens.get(i - 1) == Mark.CLOSE);
            boolean right = end < tokens.size() && tokens.get(end) != Mark.CLOSE;
            settle(operators(tokens.subList(i, end)), left, right, settled, warnings);
            i = end;
        }
        return settled;
    }

    private static void settle(
            List<Operator> run, boolean left, boolean right, List<Token> settled, Warnings warnings) {
        boolean not = run.getLast() == Operator.NOT;
        int binary = not ? run.size() - 1 : run.size();
        boolean clear = binary == 0 || (binary == 1 && run.getFirst() != Operator.NOT);
        if (!right || !clear) {
            warnings.add(named(run) + " has nothing to stand before or between, and was left out.");
            return;
        }
        if (binary == 1 && !left) {
            warnings.add(run.getFirst() + " has nothing to stand between, and was left out.");
        } else if (binary == 1 && run.getFirst() == Operator.OR) {
            settled.add(Operator.OR);
        }
        if (not) {
            settled.add(Mark.MINUS);
        }
    }

    private static int endOfRun(List<Token> tokens, int start) {
        int end = start;
        while (end < tokens.size() && tokens.get(end) instanceof Operator) {
            end++;
        }
        return end;
    }

    private static List<Operator> operators(List<Token> run) {
        return run.stream().map(Operator.class::cast).toList();
    }

    private static String named(List<Operator> run) {
        return Warnings.shown(run.stream().limit(20).map(Operator::name).collect(Collectors.joining(" ")));
    }
}
