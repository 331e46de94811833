package dev.epitome.corpus;

import com.rometools.rome.io.SAXBuilder;
import com.rometools.rome.io.WireFeedInput;
import java.util.Locale;

/**
 * Rome's parser, shut to what a hostile document may do. A document type declaration is refused, and with it every
 * entity bomb and every external entity. So is deep nesting, over which Rome would recurse until the stack overflows.
 */
final class FeedParser extends WireFeedInput {

    private static final String MAX_DEPTH = "100";
    private static final String UNLIMITED = "0";

    FeedParser() {
        super(false, Locale.ROOT);
        setAllowDoctypes(false);
        // The healer would read through a plain reader of its own and lose the encoding.
        setXmlHealerOn(false);
    }

    @Override
    protected SAXBuilder createSAXBuilder() {
        SAXBuilder builder = super.createSAXBuilder();
        // Java 21 has no bound on the depth, newer ones have; the same feed shall be read alike on all.
        builder.setProperty("jdk.xml.maxElementDepth", MAX_DEPTH);
        // Newer ones also count each &lt; as an entity, and stop at what a year of articles in escaped HTML holds.
        builder.setProperty("jdk.xml.maxGeneralEntitySizeLimit", UNLIMITED);
        builder.setProperty("jdk.xml.totalEntitySizeLimit", UNLIMITED);
        return builder;
    }
}
