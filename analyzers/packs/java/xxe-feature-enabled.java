class Features {
    void features(javax.xml.parsers.DocumentBuilderFactory factory) throws Exception {
        // ruleid: xxe-feature-enabled
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
        // ruleid: xxe-feature-enabled
        factory.setFeature("http://xml.org/sax/features/external-general-entities", true);
        // ok: xxe-feature-enabled
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: xxe-feature-enabled
        factory.setFeature("http://xml.org/sax/features/validation", true);
    }

    void withoutEntities(javax.xml.parsers.SAXParserFactory parsers) throws Exception {
        // ok: xxe-feature-enabled
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
        // ok: xxe-feature-enabled
        parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
        // ok: xxe-feature-enabled
        parsers.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    }
}
