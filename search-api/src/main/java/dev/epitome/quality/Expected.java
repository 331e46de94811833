package dev.epitome.quality;

import java.util.Objects;

/**
 * An article that a topic should find.
 *
 * @param grade from 1
 * @param standing what became of it
 */
public record Expected(String id, int grade, Standing standing) {
    public Expected {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(standing, "standing");
    }

    /** Where an article is in an answer. */
    public sealed interface Standing {

        /**
         * It is a hit.
         *
         * @param rank from 1
         */
        record AtRank(int rank) implements Standing {
            @Override
            public String toString() {
                return "at rank " + rank;
            }
        }

        /** It is in the index, and not among the first {@link Evaluation#DEPTH} hits. */
        record NotFound() implements Standing {
            @Override
            public String toString() {
                return "not found";
            }
        }

        /** It cannot be found. */
        record NotIndexed() implements Standing {
            @Override
            public String toString() {
                return "not in the index";
            }
        }

        /** The rank; beyond all ranks where it is not a hit. */
        default int place() {
            return switch (this) {
                case AtRank hit -> hit.rank();
                case NotFound none -> Integer.MAX_VALUE;
                case NotIndexed none -> Integer.MAX_VALUE;
            };
        }
    }
}
