package dev.epitome.lucene;

import dev.epitome.alias.AliasDictionary;
import dev.epitome.ranking.RankingProfile;
import java.util.Objects;

/**
 * How an index is searched.
 *
 * @param aliases beside those that the articles of the index define
 */
public record SearchSettings(RankingProfile profile, AliasDictionary aliases) {

    /** The default profile and the shipped dictionary. */
    public static final SearchSettings DEFAULT = new SearchSettings(RankingProfile.DEFAULT, AliasDictionary.shipped());

    public SearchSettings {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(aliases, "aliases");
    }

    /** With these aliases as well. */
    public SearchSettings withMore(AliasDictionary others) {
        Objects.requireNonNull(others, "others");
        return new SearchSettings(profile, aliases.with(others));
    }

    public SearchSettings withProfile(RankingProfile other) {
        return new SearchSettings(other, aliases);
    }
}
