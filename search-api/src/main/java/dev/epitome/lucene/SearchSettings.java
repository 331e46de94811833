package dev.epitome.lucene;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import dev.epitome.alias.AliasDictionary;
import dev.epitome.ranking.RankingProfile;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * How an index is searched.
 *
 * @param aliases beside those that the articles of the index define
 * @param verified how many bytes a second are read in the background to see whether each commit that is opened is what
 *     was written; empty for no such check
 */
public record SearchSettings(RankingProfile profile, AliasDictionary aliases, OptionalLong verified) {

    /** The default profile and the shipped dictionary, and no check in the background. */
    public static final SearchSettings DEFAULT =
            new SearchSettings(RankingProfile.DEFAULT, AliasDictionary.shipped(), OptionalLong.empty());

    /**
     * Checks the bounds.
     *
     * @throws EpitomeException of kind {@link Kind#INVALID_REQUEST} when nothing is to be read in a second
     */
    public SearchSettings {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(aliases, "aliases");
        Objects.requireNonNull(verified, "verified");
        if (verified.isPresent() && verified.getAsLong() < 1) {
            throw new EpitomeException(
                    Kind.INVALID_REQUEST,
                    "bytes to verify in a second are " + verified.getAsLong() + ": give 1 or more");
        }
    }

    /** With these aliases as well. */
    public SearchSettings withMore(AliasDictionary others) {
        Objects.requireNonNull(others, "others");
        return new SearchSettings(profile, aliases.with(others), verified);
    }

    public SearchSettings withProfile(RankingProfile other) {
        return new SearchSettings(other, aliases, verified);
    }

    /** With a check in the background of each commit that is opened, which its engine tells in its health. */
    public SearchSettings verifiedAt(long bytesPerSecond) {
        return new SearchSettings(profile, aliases, OptionalLong.of(bytesPerSecond));
    }
}
