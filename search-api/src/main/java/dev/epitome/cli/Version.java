package dev.epitome.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Says what is running. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String ours = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(development build)");
        return new String[] {
            "epitome " + ours, "Lucene " + org.apache.lucene.util.Version.LATEST + ", Java " + Runtime.version()
        };
    }
}
