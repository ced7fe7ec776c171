package io.topgate.api.internal;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML into the shape that JSON has: an element with elements is a map, in which a repeated one
 * is a list; an element without any is its text. Attributes and comments say nothing here.
 */
public final class XmlReader {
  private static final int DEPTH_MAX = 64;
  private static final XMLInputFactory FACTORY = closedFactory();

  private XmlReader() {}

  /** The root element as a map with one member. Throws {@link SyntaxException} for other texts. */
  public static Map<String, Object> read(String text) throws SyntaxException {
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(text));
      while (xml.next() != XMLStreamConstants.START_ELEMENT) {
        if (xml.getEventType() == XMLStreamConstants.DTD) throw new SyntaxException("XML with a DTD");
      }
      Map<String, Object> root = new LinkedHashMap<>();
      root.put(xml.getLocalName(), content(xml, 0));
      while (xml.hasNext()) xml.next();
      return root;
    } catch (XMLStreamException error) {
      int line = error.getLocation() == null ? 0 : error.getLocation().getLineNumber();
      throw new SyntaxException("no XML: broken at line " + line);
    }
  }

  private static Object content(XMLStreamReader xml, int depth)
      throws XMLStreamException, SyntaxException {
    if (depth > DEPTH_MAX) throw new SyntaxException("no XML: nested too deeply");
    Map<String, Object> members = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT ->
            members.merge(xml.getLocalName(), content(xml, depth + 1), XmlReader::together);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          return members.isEmpty() ? text.toString() : members;
        }
        default -> {}
      }
    }
  }

  private static Object together(Object before, Object next) {
    List<Object> items = before instanceof Repeated list ? list : new Repeated(before);
    items.add(next);
    return items;
  }

  /** Tells the list of a repeated element from an element. */
  private static final class Repeated extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;

    Repeated(Object first) {
      add(first);
    }
  }

  /** Neither document types nor anything outside of the text is ever read. */
  private static XMLInputFactory closedFactory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
