package dev.epitome.index;

import dev.epitome.ranking.RankingProfile;
import dev.epitome.ranking.RankingProfile.FieldWeights;
import java.util.Objects;

/**
 * How an index is made.
 *
 * @param weights by which the occurrences of a word count; an index must be searched with the weights it was made with
 * @param learnsAcronyms whether acronyms that the articles define are kept, and used as aliases
 */
public record IndexSettings(FieldWeights weights, boolean learnsAcronyms) {

    public static final IndexSettings DEFAULT = new IndexSettings(RankingProfile.DEFAULT.fields(), true);

    public IndexSettings {
        Objects.requireNonNull(weights, "weights");
    }

    public IndexSettings withoutLearnedAcronyms() {
        return new IndexSettings(weights, false);
    }
}
