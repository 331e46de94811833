package dev.epitome.corpus;

import java.io.IOException;

/** Reads all records of one format from one input. What is wrong with a record becomes an entry, never an exception. */
interface FormatReader {

    /**
     * Reads to the end. Leaves the input open.
     *
     * @throws IOException only when the input itself fails
     */
    void read(Input in, FileEntries entries) throws IOException;
}
