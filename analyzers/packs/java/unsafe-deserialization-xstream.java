class Xml {
    Object any(String xml) {
        XStream stream = new XStream();
        // ruleid: unsafe-deserialization-xstream
        return stream.fromXML(xml);
    }

    Object limited(String xml) {
        XStream stream = new XStream();
        stream.allowTypes(new Class[] {Xml.class});
        // ok: unsafe-deserialization-xstream
        return stream.fromXML(xml);
    }
}
