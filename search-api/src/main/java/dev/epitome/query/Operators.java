package dev.epitome.query;

import dev.epitome.query.QueryExpression.Word;
import dev.epitome.query.Token.Mark;
import dev.epitome.query.Token.Operand;
import dev.epitome.query.Token.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Decides which operators mean what they say. */
final class Operators {

    private Operators() {}

    /** In a query of nothing but operators they are what is searched for. */
    static List<Token> searchedIfAlone(List<Token> tokens) {
        if (tokens.stream().anyMatch(Operand.class::isInstance)) {
            return tokens;
        }
        return tokens.stream()
                .map(token -> token instanceof Operator operator
                        ? new Operand(new Word(operator.name().toLowerCase(Locale.ROOT)))
                        : token)
                .toList();
    }

    /**
     * Leaves {@link Operator#OR} between two operands and nothing else: NOT becomes {@link Mark#MINUS}; AND is what
     * standing side by side means, and goes; so does, with a warning, what lacks an operand or is not an operator but a
     * heap of them.
     */
    static List<Token> settled(List<Token> tokens, Warnings warnings) {
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
