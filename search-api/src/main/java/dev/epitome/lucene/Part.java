package dev.epitome.lucene;

import java.io.IOException;

/**
 * A part of a search in one segment. It is asked for one window of documents after the other, or for one document after
 * the other, in their order. No score is below 0.
 */
sealed interface Part permits Postings, AnyOf, AllOf, BestOf {

    /** That a document does not match. */
    double NO = -1;

    /** About how many documents match. */
    long cost();

    /** Whether a document that has all the terms may still not match, which is dear to tell. */
    boolean isDear();

    /** No document from there up to this one matches. */
    int next(int from) throws IOException;

    /** No document from the first to the last scores more. */
    double most(int from, int last) throws IOException;

    /**
     * Adds the score of each document that matches, and makes it a match. What was no match may be given some score all
     * the same, which is of no meaning.
     *
     * @param least documents that score less, all in all, may be left out
     */
    void addTo(Window window, double least) throws IOException;

    /** The score of one document, or {@link #NO}. */
    double scoreOf(int document) throws IOException;
}
