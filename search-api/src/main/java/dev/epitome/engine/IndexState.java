package dev.epitome.engine;

import dev.epitome.alias.AliasDictionary;
import dev.epitome.search.IndexStatus;

/**
 * One state of an index, borrowed for one answer on one budget, and given back by closing it. All that an answer says
 * comes from one state. For one thread.
 *
 * <p>What cannot be read is an {@link java.io.UncheckedIOException}; whoever lent the state says what that means.
 */
public interface IndexState extends AutoCloseable {

    /** 32 hexadecimal digits, which no other state of any index has. */
    String id();

    IndexStatus status();

    /** Those of the settings, and those that the articles define. */
    AliasDictionary aliases();

    Budget budget();

    /** What was found out about words so far; the same for all who borrow this state. */
    WordMemory words();

    Lexicon lexicon();

    Retriever retriever();

    ArticleReader articles();

    /** Says that a cursor was given for this state, so that it is wanted for some time after it is superseded. */
    void retain();

    @Override
    void close();
}
