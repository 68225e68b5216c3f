package shop.xml;

import java.io.InputStream;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.bind.JAXBContext;
import javax.xml.bind.Unmarshaller;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.dom4j.io.SAXReader;
import org.jdom2.input.SAXBuilder;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.XMLReaderFactory;

class Parsers {
    private static final String DISALLOW = "http://apache.org/xml/features/disallow-doctype-decl";

    Document document(InputStream input) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        DocumentBuilder builder = factory.newDocumentBuilder();
        // ruleid: xxe
        return builder.parse(input);
    }

    Document chained(InputStream input) throws Exception {
        // ruleid: xxe
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(input);
    }

    Document documentSafe(InputStream input) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: xxe
        DocumentBuilder builder = factory.newDocumentBuilder();
        return builder.parse(input);
    }

    Document documentConstant(InputStream input) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(DISALLOW, true);
        factory.setXIncludeAware(false);
        // ok: xxe
        return factory.newDocumentBuilder().parse(input);
    }

    Document documentEntities(InputStream input) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setExpandEntityReferences(false);
        // ok: xxe
        return factory.newDocumentBuilder().parse(input);
    }

    Document documentOff(InputStream input) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        // ruleid: xxe
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
        // ruleid: xxe
        factory.setFeature("http://xml.org/sax/features/external-general-entities", true);
        // ruleid: xxe
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", true);
        // ok: xxe
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return null;
    }

    Document documentNamespaces(InputStream input) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setValidating(false);
        // ruleid: xxe
        return factory.newDocumentBuilder().parse(input);
    }

    Document documentAttributes(InputStream input) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        // ok: xxe
        return factory.newDocumentBuilder().parse(input);
    }

    Document empty() throws Exception {
        // ok: xxe
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
    }

    void sax(InputStream input, DefaultHandler handler) throws Exception {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        SAXParser parser = factory.newSAXParser();
        // ruleid: xxe
        parser.parse(input, handler);
    }

    void saxChained(InputStream input, DefaultHandler handler) throws Exception {
        // ruleid: xxe
        SAXParserFactory.newInstance().newSAXParser().parse(input, handler);
    }

    void saxSafe(InputStream input, DefaultHandler handler) throws Exception {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: xxe
        factory.newSAXParser().parse(input, handler);
    }

    void reader(InputSource input) throws Exception {
        XMLReader reader = XMLReaderFactory.createXMLReader();
        // ruleid: xxe
        reader.parse(input);
    }

    void readerSafe(InputSource input) throws Exception {
        XMLReader reader = XMLReaderFactory.createXMLReader();
        reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: xxe
        reader.parse(input);
    }

    void stream(InputStream input) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        // ruleid: xxe
        XMLStreamReader reader = factory.createXMLStreamReader(input);
        reader.next();
    }

    void events(InputStream input) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        // ruleid: xxe
        factory.createXMLEventReader(input);
    }

    void streamSafe(InputStream input) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // ok: xxe
        factory.createXMLStreamReader(input);
    }

    void streamSafeText(InputStream input) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty("javax.xml.stream.isSupportingExternalEntities", Boolean.FALSE);
        // ok: xxe
        factory.createXMLStreamReader(input);
    }

    void streamOn(XMLInputFactory factory) {
        // ruleid: xxe
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, true);
        // ruleid: xxe
        factory.setProperty("javax.xml.stream.isSupportingExternalEntities", Boolean.TRUE);
        // ok: xxe
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    void transform(StreamSource source) throws Exception {
        TransformerFactory factory = TransformerFactory.newInstance();
        // ruleid: xxe
        Transformer transformer = factory.newTransformer(source);
    }

    void transformSafe(StreamSource source) throws Exception {
        TransformerFactory factory = TransformerFactory.newInstance();
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        // ok: xxe
        Transformer transformer = factory.newTransformer(source);
        TransformerFactory other = TransformerFactory.newInstance();
        other.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        // ok: xxe
        other.newTransformer(source);
    }

    void schema(StreamSource source) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        // ruleid: xxe
        Schema schema = factory.newSchema(source);
    }

    void schemaSafe(StreamSource source) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        // ok: xxe
        Schema schema = factory.newSchema(source);
    }

    void dom4j(InputStream input) throws Exception {
        SAXReader reader = new SAXReader();
        // ruleid: xxe
        reader.read(input);
        // ruleid: xxe
        new SAXReader().read(input);
    }

    void dom4jSafe(InputStream input) throws Exception {
        SAXReader reader = new SAXReader();
        reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: xxe
        reader.read(input);
        // ok: xxe
        SAXReader.createDefault().read(input);
    }

    void jdom(InputStream input) throws Exception {
        SAXBuilder builder = new SAXBuilder();
        // ruleid: xxe
        builder.build(input);
    }

    void jdomSafe(InputStream input) throws Exception {
        SAXBuilder builder = new SAXBuilder();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setExpandEntities(false);
        // ok: xxe
        builder.build(input);
    }
}
