import java.io.InputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;

class Reader {
    void read(InputStream input) throws Exception {
        // ruleid: java-xxe-factory
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(input);
        DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
        documents.setNamespaceAware(true);
        // ruleid: java-xxe-factory
        documents.newDocumentBuilder().parse(input);
    }

    void quiet(InputStream input, SAXParserFactory given) throws Exception {
        DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
        documents.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: java-xxe-factory
        documents.newDocumentBuilder().parse(input);
        // ok: java-xxe-factory
        DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        // ok: java-xxe-factory
        given.newSAXParser();
    }
}
