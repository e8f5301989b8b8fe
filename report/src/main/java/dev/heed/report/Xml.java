package dev.heed.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML document on its way to a stream. Sources may hold characters that XML 1.0 does not know, not even as references:
 * they are replaced by what shows them.
 */
final class Xml {
    private static final String INDENT = "  ";

    private final Writer target;
    private final XMLStreamWriter writer;
    private int depth;

    Xml(OutputStream out) throws IOException {
        this.target = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            this.writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(target);
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Begins an element; attributes come as names and values by turns. */
    Xml start(String name, String... attributes) throws IOException {
        try {
            line();
            writer.writeStartElement(name);
            attributes(attributes);
            depth++;
            return this;
        } catch (XMLStreamException e) {
            throw unwrap(e);
        }
    }

    Xml empty(String name, String... attributes) throws IOException {
        try {
            line();
            writer.writeEmptyElement(name);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw unwrap(e);
        }
    }

    /** An element that holds nothing but text, as it is. */
    Xml text(String name, String text, String... attributes) throws IOException {
        try {
            line();
            writer.writeStartElement(name);
            attributes(attributes);
            writer.writeCharacters(legal(text));
            writer.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw unwrap(e);
        }
    }

    Xml end() throws IOException {
        try {
            depth--;
            line();
            writer.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw unwrap(e);
        }
    }

    /** Closes what is open, and flushes. */
    void finish() throws IOException {
        try {
            while (depth > 0) {
                end();
            }
            writer.writeCharacters("\n");
            writer.writeEndDocument();
            writer.flush();
            target.flush();
        } catch (XMLStreamException e) {
            throw unwrap(e);
        }
    }

    private void line() throws XMLStreamException {
        writer.writeCharacters("\n" + INDENT.repeat(depth));
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], legal(DisplayText.inline(attributes[i + 1])));
        }
    }

    /** The text with nothing in it that XML 1.0 forbids or that would turn the direction of writing; lines stay lines. */
    static String legal(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean none = c == 0xfffe || c == 0xffff;
            out.appendCodePoint(none ? 0xfffd : c == '\n' || c == '\t' ? c : DisplayText.visible(c));
        });
        return out.toString();
    }

    private static IOException unwrap(XMLStreamException e) {
        return e.getNestedException() instanceof IOException io ? io : new IOException(e);
    }
}
