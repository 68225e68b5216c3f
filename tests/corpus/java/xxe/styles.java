package org.sample;

import java.io.*;
import javax.xml.XMLConstants;
import javax.xml.parsers.*;
import javax.xml.stream.*;
import javax.xml.transform.*;
import org.w3c.dom.Document;
import org.xml.sax.*;

class Styles {
    private final DocumentBuilderFactory shared = DocumentBuilderFactory.newInstance();
    private static final DocumentBuilderFactory SAFE = safe();

    private static DocumentBuilderFactory safe() {
        try {
            DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
            f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return f;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    Document field(InputStream in) throws Exception {
        // ruleid: xxe
        return shared.newDocumentBuilder().parse(in);
    }

    Document safeField(InputStream in) throws Exception {
        // ok: xxe
        return SAFE.newDocumentBuilder().parse(in);
    }

    Document helper(InputStream in) throws Exception {
        DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
        harden(f);
        // ok: xxe
        return f.newDocumentBuilder().parse(in);
    }

    private void harden(DocumentBuilderFactory f) throws ParserConfigurationException {
        f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    }

    Document wrongOrder(InputStream in) throws Exception {
        DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
        DocumentBuilder b = f.newDocumentBuilder();
        f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ruleid: xxe
        return b.parse(in);
    }

    void sax(InputStream in) throws Exception {
        SAXParserFactory f = SAXParserFactory.newInstance();
        f.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        f.setFeature("http://xml.org/sax/features/external-general-entities", false);
        f.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        // ok: xxe
        XMLReader reader = f.newSAXParser().getXMLReader();
        reader.parse(new InputSource(in));
        SAXParserFactory g = SAXParserFactory.newInstance();
        g.setValidating(true);
        // ruleid: xxe
        g.newSAXParser().parse(in, (org.xml.sax.helpers.DefaultHandler) null);
    }

    void stream(Reader in) throws Exception {
        XMLInputFactory f = XMLInputFactory.newInstance();
        f.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // ruleid: xxe
        XMLEventReader r = f.createXMLEventReader(in);
        XMLInputFactory g = XMLInputFactory.newInstance();
        g.setProperty("javax.xml.stream.supportDTD", false);
        // ok: xxe
        XMLEventReader s = g.createXMLEventReader(in);
    }

    String print(Document document) throws Exception {
        // ok: xxe
        Transformer t = TransformerFactory.newInstance().newTransformer();
        StringWriter w = new StringWriter();
        t.transform(new javax.xml.transform.dom.DOMSource(document), new javax.xml.transform.stream.StreamResult(w));
        return w.toString();
    }
}
