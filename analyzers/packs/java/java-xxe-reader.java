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
