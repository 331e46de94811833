package com.example.reader;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NothingElseComesAlongTest {

    @Test
    void luceneIsOnTheClassPath() throws Exception {
        // Guards the test below: with a misspelt name or an odd class loader nothing at all would be found.
        assertNotNull(Class.forName("org.apache.lucene.index.IndexWriter"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.javalin.Javalin",
                "org.eclipse.jetty.server.Server",
                "jakarta.servlet.Servlet",
                "kotlin.Unit",
                "io.micrometer.core.instrument.MeterRegistry",
                "picocli.CommandLine",
                "me.tongfei.progressbar.ProgressBar",
                "org.slf4j.Logger",
                "tools.jackson.databind.json.JsonMapper",
                "com.fasterxml.jackson.annotation.JsonProperty"
            })
    void noServerNoCommandLineAndNoBindingOfJsonComesAlong(String className) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(className));
    }
}
