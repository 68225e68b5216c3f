class Readers {
    void readers(java.io.InputStream input) throws Exception {
        SAXReader reader = new SAXReader();
        // ruleid: java-xxe-reader
        reader.read(input);
        XMLReader xml = XMLReaderFactory.createXMLReader();
        // ruleid: java-xxe-reader
        xml.parse(input);
        SAXBuilder builder = new SAXBuilder();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: java-xxe-reader
        builder.build(input);
        XMLReader good = XMLReaderFactory.createXMLReader();
        good.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: java-xxe-reader
        good.parse(input);
    }
}

class Xom {
    void read(InputStream input, XMLReader reader) throws Exception {
        nu.xom.Builder builder = new nu.xom.Builder();
        // ruleid: java-xxe-reader
        builder.build(input);
        nu.xom.Builder careful = new nu.xom.Builder(reader);
        // ok: java-xxe-reader
        careful.build(input);
    }
}
