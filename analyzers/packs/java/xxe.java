import java.io.InputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;

class Reader {
    void read(InputStream input) throws Exception {
        // ruleid: xxe
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(input);
        DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
        documents.setNamespaceAware(true);
        // ruleid: xxe
        documents.newDocumentBuilder().parse(input);
        XMLInputFactory streams = XMLInputFactory.newFactory();
        // ruleid: xxe
        streams.createXMLStreamReader(input);
    }

    void quiet(InputStream input, SAXParserFactory given) throws Exception {
        DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
        try {
            documents.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        // ok: xxe
        documents.newDocumentBuilder().parse(input);
        // ok: xxe
        DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        // ok: xxe
        given.newSAXParser();
        XMLInputFactory streams = XMLInputFactory.newInstance();
        streams.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        // ok: xxe
        streams.createXMLStreamReader(input);
    }

    org.w3c.dom.Document empty() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        // ok: xxe
        DocumentBuilder builder = factory.newDocumentBuilder();
        org.w3c.dom.Document document = builder.newDocument();
        return document;
    }
}

class Further {
    Object parsed(java.io.InputStream input) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
        // ruleid: xxe
        return factory.newDocumentBuilder().parse(input);
    }

    Object entities(java.io.InputStream input) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        // ok: xxe
        return factory.newDocumentBuilder().parse(input);
    }
}

class SetUp {
    private final XMLInputFactory streams = XMLInputFactory.newFactory();
    private final XMLInputFactory open = XMLInputFactory.newFactory();

    SetUp() {
        streams.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    void read(InputStream input) throws XMLStreamException {
        // ok: xxe
        streams.createXMLStreamReader(input);
        // ruleid: xxe
        open.createXMLStreamReader(input);
    }
}

class Unparsed {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();

    Document empty() throws Exception {
        DocumentBuilder builder;
        // ok: xxe
        builder = factory.newDocumentBuilder();
        DOMImplementation implementation = builder.getDOMImplementation();
        return implementation.createDocument(null, null, null);
    }

    DocumentBuilder resolving(EntityResolver resolver) throws Exception {
        DocumentBuilderFactory own = DocumentBuilderFactory.newInstance();
        DocumentBuilder builder = null;
        // ok: xxe
        builder = own.newDocumentBuilder();
        builder.setEntityResolver(resolver);
        return builder;
    }

    void ownEntities(InputSource source, DefaultHandler handler) throws Exception {
        SAXParser parser = SAXParserFactory.newInstance().newSAXParser();
        XMLReader reader = parser.getXMLReader();
        reader.setEntityResolver(handler);
        // ok: xxe
        parser.parse(source, handler);
    }

    DocumentBuilder open() throws Exception {
        DocumentBuilderFactory plain = DocumentBuilderFactory.newInstance();
        DocumentBuilder builder;
        // ruleid: xxe
        builder = plain.newDocumentBuilder();
        return builder;
    }
}
