import javax.xml.xpath.XPath;

class Lookup {
    void find(XPath xpath, Object document, String name) throws Exception {
        // ruleid: java-xpath-built
        xpath.evaluate("//user[name='" + name + "']", document);
        // ok: java-xpath-built
        xpath.evaluate("//user[name=$name]", document);
        // ok: java-xpath-built
        xpath.compile(name);
    }
}
