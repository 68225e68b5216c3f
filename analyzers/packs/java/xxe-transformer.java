import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;

class Transform {
    void transform(javax.xml.transform.Source source) throws Exception {
        TransformerFactory factory = TransformerFactory.newInstance();
        // ruleid: xxe-transformer
        Transformer transformer = factory.newTransformer(source);
        // ok: xxe-transformer
        Transformer identity = factory.newTransformer();
        TransformerFactory good = TransformerFactory.newInstance();
        good.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // ok: xxe-transformer
        good.newTransformer(source);
    }
}

class Given {
    void validate(Schema schema, Source document) throws Exception {
        // ruleid: xxe-transformer
        schema.newValidator().validate(new StreamSource(document));
        Validator limited = schema.newValidator();
        limited.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        limited.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        // ok: xxe-transformer
        limited.validate(new StreamSource(document));
    }
}
