package dev.epitome.query;

import dev.epitome.alias.AliasOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a query means. Every form that a user can ask for is one record here; engines switch over them exhaustively.
 *
 * <p>The static methods build the one form that each meaning has: {@link QueryPrinter} writes it, and
 * {@link QueryLanguage} reads it again.
 */
public sealed interface QueryExpression {

    /** Every article: what an empty query asks for. Never a part of anything. */
    record Everything() implements QueryExpression {}

    /** A word as it was typed; an engine analyses it as it analysed the articles. Never blank. */
    record Word(String text) implements QueryExpression {
        public Word {
            Objects.requireNonNull(text, "text");
        }
    }

    /** Words that begin so; without the star that was typed. */
    record Prefix(String text) implements QueryExpression {
        public Prefix {
            Objects.requireNonNull(text, "text");
        }
    }

    /** Words next to each other, in this order, with single spaces between them; without the quotes. */
    record Phrase(String text) implements QueryExpression {
        public Phrase {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * What one field must say.
     *
     * @param of words, prefixes and phrases, alone or in {@link AllOf}, {@link AnyOf} and {@link Not}; no field or date
     */
    record InField(Field field, QueryExpression of) implements QueryExpression {
        public InField {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(of, "of");
        }
    }

    /** Articles that may have come out on one of these days. */
    record Published(DateRange range) implements QueryExpression {
        public Published {
            Objects.requireNonNull(range, "range");
        }
    }

    /** Articles that answer all parts come first. At least two parts. */
    record AllOf(List<QueryExpression> parts) implements QueryExpression {
        public AllOf {
            Objects.requireNonNull(parts, "parts");
            parts = several(parts);
        }
    }

    /** One part is enough. At least two parts. */
    record AnyOf(List<QueryExpression> parts) implements QueryExpression {
        public AnyOf {
            Objects.requireNonNull(parts, "parts");
            parts = several(parts);
        }
    }

    /** Articles without; alone, or among nothing but its like, every other article. */
    record Not(QueryExpression part) implements QueryExpression {
        public Not {
            Objects.requireNonNull(part, "part");
            if (part instanceof Everything) {
                throw new IllegalArgumentException("nothing is left without everything");
            }
        }
    }

    /**
     * What was typed, and what else means the same. No parser makes it: aliases are looked up in what a parser made.
     *
     * @param typed what counts most
     */
    record Aliased(QueryExpression typed, List<Alias> also) implements QueryExpression {
        public Aliased {
            Objects.requireNonNull(typed, "typed");
            Objects.requireNonNull(also, "also");
            also = List.copyOf(also);
        }
    }

    /** Another way to say it. */
    record Alias(QueryExpression meaning, AliasOrigin origin) {
        public Alias {
            Objects.requireNonNull(meaning, "meaning");
            Objects.requireNonNull(origin, "origin");
        }
    }

    /**
     * A word that no article has. No parser makes it: an engine does.
     *
     * @param as what is searched for instead
     * @param reading how that comes of what was typed
     */
    record Corrected(String typed, QueryExpression as, Reading reading) implements QueryExpression {
        public Corrected {
            Objects.requireNonNull(typed, "typed");
            Objects.requireNonNull(as, "as");
            Objects.requireNonNull(reading, "reading");
        }
    }

    /** How a word is read that no article has. */
    enum Reading {
        /** As a word that is spelled nearly so. */
        SPELLING("corrected spelling"),
        WITHOUT_SIGN("without the sign before it"),
        PARTS("by the parts that articles have"),
        WITHOUT_NUMBER("without its number"),
        WITHOUT_ENDING("without its ending"),
        /** With ae for ä and the like, or the other way round. */
        LETTERS("in the other spelling of its letters"),
        LONGER("as the beginning of longer words"),
        BEGINNING("by its beginning");

        private final String phrase;

        Reading(String phrase) {
            this.phrase = phrase;
        }

        /** What a user is told of it, a few words in English. */
        public String phrase() {
            return phrase;
        }
    }

    /** All of them; without parts everything, with one part that part, and never one AllOf within the other. */
    static QueryExpression allOf(List<? extends QueryExpression> parts) {
        Objects.requireNonNull(parts, "parts");
        List<QueryExpression> flat = new ArrayList<>(parts.size());
        for (QueryExpression part : parts) {
            if (part instanceof AllOf all) {
                flat.addAll(all.parts());
            } else {
                flat.add(part);
            }
        }
        return switch (flat.size()) {
            case 0 -> new Everything();
            case 1 -> flat.getFirst();
            default -> new AllOf(flat);
        };
    }

    /** Any of them, of which there is at least one; with one part that part, and never one AnyOf within the other. */
    static QueryExpression anyOf(List<? extends QueryExpression> parts) {
        Objects.requireNonNull(parts, "parts");
        List<QueryExpression> flat = new ArrayList<>(parts.size());
        for (QueryExpression part : parts) {
            if (part instanceof AnyOf any) {
                flat.addAll(any.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new AnyOf(flat);
    }

    /** All but these; what is left out twice is asked for. */
    static QueryExpression not(QueryExpression part) {
        return part instanceof Not not ? not.part() : new Not(part);
    }

    /** A field that must say so; a field that must not say a thing is left out as a whole. */
    static QueryExpression inField(Field field, QueryExpression of) {
        return of instanceof Not not ? new Not(new InField(field, not.part())) : new InField(field, of);
    }

    private static List<QueryExpression> several(List<QueryExpression> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("a combination has two parts or more, not " + parts.size());
        }
        return List.copyOf(parts);
    }
}
