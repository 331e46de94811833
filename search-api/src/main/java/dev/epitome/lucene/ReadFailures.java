package dev.epitome.lucene;

import dev.epitome.EpitomeException;
import dev.epitome.EpitomeException.Kind;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;

/** What is told of an index that cannot be read. */
final class ReadFailures {

    private ReadFailures() {}

    /** The failure to tell a caller where an index could not be opened. */
    static EpitomeException cannotOpen(String where, IOException e) {
        if (e instanceof IndexFormatTooOldException || e instanceof IndexFormatTooNewException) {
            return new EpitomeException(
                    Kind.INDEX_INCOMPATIBLE,
                    "the index in " + where + " was written by another version of Lucene: build it anew",
                    e);
        }
        boolean damaged = e instanceof CorruptIndexException
                || e instanceof EOFException
                || e instanceof NoSuchFileException
                || e instanceof FileNotFoundException;
        return damaged
                ? new EpitomeException(
                        Kind.INDEX_DAMAGED, "the index in " + where + " is damaged: build it anew in its place", e)
                : cannotRead(where, e);
    }

    /** The failure to tell a caller where an index could not be read. */
    static EpitomeException cannotRead(String where, Throwable e) {
        Throwable cause = e instanceof UncheckedIOException read ? read.getCause() : e;
        return new EpitomeException(Kind.IO, "cannot read the index in " + where + ": " + cause, cause);
    }
}
