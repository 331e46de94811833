package dev.epitome.wire;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A feed as RFC 4287 has it, in UTF-8. */
public final class AtomFeed {

    public static final String MEDIA_TYPE = "application/atom+xml;charset=utf-8";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final XMLStreamWriter xml;

    private AtomFeed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The whole document. */
    public static byte[] of(Feed feed) {
        // Through characters, not bytes: the JDK's writer of bytes escapes each half of a surrogate pair on its own.
        StringWriter document = new StringWriter(8_192);
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(document);
            new AtomFeed(xml).write(feed);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory can always be written to", e);
        }
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Feed feed) throws XMLStreamException {
        xml.writeStartDocument("utf-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        element("id", feed.id());
        element("title", feed.title());
        element("updated", feed.updated().toString());
        link("self", "application/atom+xml", feed.self());
        if (feed.page().isPresent()) {
            link("alternate", "text/html", feed.page().get());
        }
        element("generator", "Epitome");
        author("Epitome");
        for (Feed.Entry entry : feed.entries()) {
            write(entry, feed.root());
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(Feed.Entry entry, String root) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", entry.id());
        element("title", entry.article().title());
        element("updated", entry.updated().toString());
        if (entry.published().isPresent()) {
            element("published", entry.published().get().toString());
        }
        boolean elsewhere = entry.article().url().isPresent();
        link("alternate", elsewhere ? "text/html" : "application/json", entry.link(root));
        for (String author : entry.authors()) {
            author(author);
        }
        for (String tag : entry.article().tags()) {
            xml.writeEmptyElement("category");
            attribute("term", tag);
        }
        element("summary", entry.article().summary());
        if (entry.article().source().isPresent()) {
            xml.writeStartElement("source");
            element("title", entry.article().source().get());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void author(String name) throws XMLStreamException {
        xml.writeStartElement("author");
        element("name", name);
        xml.writeEndElement();
    }

    private void link(String relation, String type, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        attribute("rel", relation);
        attribute("type", type);
        attribute("href", address);
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(WebText.xml(text));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, WebText.xml(value));
    }
}
