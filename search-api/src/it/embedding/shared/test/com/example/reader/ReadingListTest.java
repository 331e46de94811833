package com.example.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page to copy from does what it says, with the versions of this host. */
class ReadingListTest {

    @TempDir
    Path folder;

    @Test
    void aProgramIndexesSearchesAndRebuildsBehindTheGate() throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            ReadingList.main(folder.toString());
        } finally {
            System.setOut(before);
        }
        assertEquals(
                """
                indexed: 3
                EKS: Moving to Amazon EKS
                without texts: refused, nDCG@10 is 0.0000, the floor is 0.9000
                two articles: refused, 2 articles would take the place of 3: fewer than the 80 % to which an index may shrink
                LangGraph: Agents in production
                from a file: published
                kafka: Queues are databases
                changed: 1
                in memory: 1
                """,
                out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }
}
