class Readers {
    void readers(java.io.InputStream input) throws Exception {
        SAXReader reader = new SAXReader();
        // ruleid: xxe-xml-reader
        reader.read(input);
        XMLReader xml = XMLReaderFactory.createXMLReader();
        // ruleid: xxe-xml-reader
        xml.parse(input);
        SAXBuilder builder = new SAXBuilder();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: xxe-xml-reader
        builder.build(input);
        XMLReader good = XMLReaderFactory.createXMLReader();
        good.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: xxe-xml-reader
        good.parse(input);
    }
}

class Xom {
    void read(InputStream input, XMLReader reader) throws Exception {
        nu.xom.Builder builder = new nu.xom.Builder();
        // ruleid: xxe-xml-reader
        builder.build(input);
        nu.xom.Builder careful = new nu.xom.Builder(reader);
        // ok: xxe-xml-reader
        careful.build(input);
    }
}
