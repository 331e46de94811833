package dev.epitome.query;

import dev.epitome.query.Token.Mark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Leaves out the parentheses that have no partner, and those that stand too deep. */
final class Parentheses {

    /** Groups within groups: what reads and translates them may call itself so often. */
    static final int MAX_DEPTH = 16;

    private Parentheses() {}

    static List<Token> balanced(List<Token> tokens, Warnings warnings) {
        BitSet paired = paired(tokens);
        List<Token> balanced = new ArrayList<>(tokens.size());
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token != Mark.OPEN && token != Mark.CLOSE) {
                balanced.add(token);
            } else if (!paired.get(i)) {
                warnings.add("A parenthesis without its partner was left out.");
            } else {
                int within = token == Mark.OPEN ? ++depth : depth--;
                if (within <= MAX_DEPTH) {
                    balanced.add(token);
                } else {
                    warnings.add("Parentheses within more than " + MAX_DEPTH + " others were left out.");
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
}
