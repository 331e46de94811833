/** Ranked search over an Epitome index, and the making of it. */
module dev.epitome.search {
    requires static org.jspecify;
    requires transitive dev.epitome.indexer;
    requires transitive org.apache.lucene.core;
    requires transitive tools.jackson.core;
    requires java.logging;
    requires java.net.http;
    requires java.xml;

    // What the indexer needs. It cannot say so itself: one of its libraries has no name that a module could rely on, so
    // that it has no more than a name itself.
    requires com.github.luben.zstd_jni;
    requires org.apache.commons.compress;
    requires org.apache.lucene.analysis.common;
    requires org.commonmark;
    requires org.jsoup;
    requires org.tukaani.xz;

    // Only the service and the command line need these, as in the dependencies.
    requires static info.picocli;
    requires static io.javalin;
    requires static me.tongfei.progressbar;
    requires static micrometer.core;
    requires static micrometer.registry.prometheus;
    requires static org.eclipse.jetty.server;

    exports dev.epitome.http;
    exports dev.epitome.keys;
    exports dev.epitome.lucene;
    exports dev.epitome.quality;
    exports dev.epitome.query;
    exports dev.epitome.search;
    exports dev.epitome.wire;

    // It makes the commands and sets their options.
    opens dev.epitome.cli to info.picocli;
}
