class Xml {
    Object any(String xml) {
        XStream stream = new XStream();
        // ruleid: xstream-any-type
        return stream.fromXML(xml);
    }

    Object limited(String xml) {
        XStream stream = new XStream();
        stream.allowTypes(new Class[] {Xml.class});
        // ok: xstream-any-type
        return stream.fromXML(xml);
    }
}
