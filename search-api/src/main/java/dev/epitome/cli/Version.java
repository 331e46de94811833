package dev.epitome.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Says what is running. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"epitome " + ours(), lucene() + ", Java " + Runtime.version()};
    }

    static String ours() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(development build)");
    }

    static String lucene() {
        return "Lucene " + org.apache.lucene.util.Version.LATEST;
    }
}
