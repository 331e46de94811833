package dev.epitome.corpus;

/**
 * What a caller can say in {@link CorpusOptions} of files that do not say it themselves, so that more of them is read.
 */
public enum Remedy {
    /** Which name is the title's: {@link CorpusOptions#names()}. */
    NAME_OF_TITLE,
    /** Whether the day or the month comes first: {@link CorpusOptions#dayFirst()}. */
    ORDER_OF_DATES
}
