class Features {
    void features(javax.xml.parsers.DocumentBuilderFactory factory) throws Exception {
        // ruleid: java-xxe-feature
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ruleid: java-xxe-feature
        factory.setFeature("http://xml.org/sax/features/external-general-entities", true);
        // ok: java-xxe-feature
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: java-xxe-feature
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        // ok: java-xxe-feature
        factory.setFeature("http://xml.org/sax/features/validation", true);
    }
}
