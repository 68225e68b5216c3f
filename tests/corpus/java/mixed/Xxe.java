package bench;

import java.io.*;
import javax.servlet.http.*;
import javax.xml.XMLConstants;
import javax.xml.bind.*;
import javax.xml.parsers.*;
import javax.xml.stream.*;
import javax.xml.transform.*;
import javax.xml.transform.sax.*;
import javax.xml.transform.stream.*;
import javax.xml.validation.*;
import javax.xml.xpath.*;
import org.dom4j.io.SAXReader;
import org.dom4j.DocumentHelper;
import org.jdom2.input.SAXBuilder;
import org.w3c.dom.Document;
import org.xml.sax.*;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.XMLReaderFactory;
import org.apache.commons.digester3.Digester;

public class Xxe {
    void documentBuilder(InputStream in) throws Exception {
        DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
        DocumentBuilder b = f.newDocumentBuilder();
        // ruleid: xxe
        b.parse(in);
    }

    void documentBuilderChain(InputStream in) throws Exception {
        // ruleid: xxe
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }

    void documentBuilderSafe(InputStream in) throws Exception {
        DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
        f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: xxe
        f.newDocumentBuilder().parse(in);
    }

    void documentBuilderSafe2(InputStream in) throws Exception {
        DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
        f.setFeature("http://xml.org/sax/features/external-general-entities", false);
        f.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        DocumentBuilder b = f.newDocumentBuilder();
        // ok: xxe
        b.parse(in);
    }

    void documentBuilderSafe3(InputStream in) throws Exception {
        DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
        f.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        f.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        // ok: xxe
        f.newDocumentBuilder().parse(in);
    }

    void documentBuilderHalf(InputStream in) throws Exception {
        DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
        f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
        // ruleid: xxe
        f.newDocumentBuilder().parse(in);
        DocumentBuilderFactory g = DocumentBuilderFactory.newInstance();
        g.setNamespaceAware(true);
        g.setValidating(false);
        // ruleid: xxe
        g.newDocumentBuilder().parse(in);
    }

    private final DocumentBuilderFactory field = DocumentBuilderFactory.newInstance();

    void fieldParse(InputStream in) throws Exception {
        // ruleid: xxe
        field.newDocumentBuilder().parse(in);
    }

    private static DocumentBuilderFactory secure() throws Exception {
        DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
        f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        f.setXIncludeAware(false);
        return f;
    }

    void helperSafe(InputStream in) throws Exception {
        // ok: xxe
        secure().newDocumentBuilder().parse(in);
        DocumentBuilder b = secure().newDocumentBuilder();
        // ok: xxe
        b.parse(new InputSource(in));
    }

    void sax(InputStream in) throws Exception {
        SAXParserFactory f = SAXParserFactory.newInstance();
        SAXParser p = f.newSAXParser();
        // ruleid: xxe
        p.parse(in, new DefaultHandler());
        XMLReader r = p.getXMLReader();
        // ruleid: xxe
        r.parse(new InputSource(in));
        SAXParserFactory g = SAXParserFactory.newInstance();
        g.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: xxe
        g.newSAXParser().parse(in, new DefaultHandler());
        XMLReader x = XMLReaderFactory.createXMLReader();
        // ruleid: xxe
        x.parse(new InputSource(in));
        XMLReader y = XMLReaderFactory.createXMLReader();
        y.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: xxe
        y.parse(new InputSource(in));
    }

    void stax(InputStream in) throws Exception {
        XMLInputFactory f = XMLInputFactory.newInstance();
        // ruleid: xxe
        f.createXMLStreamReader(in);
        XMLInputFactory g = XMLInputFactory.newFactory();
        g.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        // ok: xxe
        g.createXMLStreamReader(in);
        XMLInputFactory h = XMLInputFactory.newInstance();
        h.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        h.setProperty("javax.xml.stream.supportDTD", false);
        // ok: xxe
        h.createXMLEventReader(in);
        XMLInputFactory i = XMLInputFactory.newInstance();
        i.setProperty(XMLInputFactory.SUPPORT_DTD, true);
        // ruleid: xxe
        i.createXMLEventReader(new StringReader("x"));
    }

    void others(InputStream in, Reader rd) throws Exception {
        // ruleid: xxe
        new SAXReader().read(in);
        SAXReader s = new SAXReader();
        s.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: xxe
        s.read(in);
        // ruleid: xxe
        new SAXBuilder().build(in);
        SAXBuilder sb = new SAXBuilder();
        sb.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: xxe
        sb.build(rd);
        SAXBuilder sb2 = new SAXBuilder();
        // ruleid: xxe
        sb2.build(rd);
        // ruleid: xxe
        new Digester().parse(in);
        SAXReader def = SAXReader.createDefault();
        // ok: xxe
        def.read(in);
    }

    void transformers(InputStream in) throws Exception {
        TransformerFactory tf = TransformerFactory.newInstance();
        Transformer t = tf.newTransformer();
        // ruleid: xxe
        t.transform(new StreamSource(in), null);
        // ruleid: xxe
        tf.newTransformer(new StreamSource(in));
        TransformerFactory ts = TransformerFactory.newInstance();
        ts.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        ts.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        // ok: xxe
        ts.newTransformer().transform(new StreamSource(in), null);
        TransformerFactory tp = TransformerFactory.newInstance();
        tp.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        tp.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        tp.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        // ok: xxe
        tp.newTemplates(new StreamSource(in));
        SAXTransformerFactory sf = (SAXTransformerFactory) SAXTransformerFactory.newInstance();
        // ruleid: xxe
        sf.newXMLFilter(new StreamSource(in));
    }

    void schemas(File xsd, InputStream in) throws Exception {
        SchemaFactory f = SchemaFactory.newInstance("http://www.w3.org/2001/XMLSchema");
        // ruleid: xxe
        Schema s = f.newSchema(new StreamSource(in));
        SchemaFactory g = SchemaFactory.newInstance("http://www.w3.org/2001/XMLSchema");
        g.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        g.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        // ok: xxe
        Schema ok = g.newSchema(new StreamSource(in));
        Validator v = ok.newValidator();
        v.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        v.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        // ok: xxe
        v.validate(new StreamSource(in));
        Validator w = s.newValidator();
        // ruleid: xxe
        w.validate(new StreamSource(in));
    }

    void jaxb(HttpServletRequest req) throws Exception {
        Unmarshaller u = JAXBContext.newInstance(Xxe.class).createUnmarshaller();
        // ok: xxe
        u.unmarshal(req.getInputStream());
        XMLInputFactory xif = XMLInputFactory.newFactory();
        // ruleid: xxe
        XMLStreamReader xsr = xif.createXMLStreamReader(req.getInputStream());
        u.unmarshal(xsr);
        // todoruleid: xxe
        XPathFactory.newInstance().newXPath().evaluate("//a", new InputSource(req.getInputStream()));
    }
}
