import javax.xml.xpath.XPath;

class Lookup {
    void find(XPath xpath, Object document, String name) throws Exception {
        // ruleid: xpath-injection
        xpath.evaluate("//user[name='" + name + "']", document);
        // ok: xpath-injection
        xpath.evaluate("//user[name=$name]", document);
        // ok: xpath-injection
        xpath.compile(name);
    }
}
