package dev.epitome.corpus;

import java.io.IOException;
import java.io.InputStream;

/** Reads all records of one format from one input. What is wrong with a record becomes an entry, never an exception. */
interface FormatReader {

    /**
     * Reads to the end. Leaves the stream open.
     *
     * @throws IOException only when the input itself fails
     */
    void read(InputStream in, FileEntries entries) throws IOException;
}
