import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;

class Transform {
    void transform(javax.xml.transform.Source source) throws Exception {
        TransformerFactory factory = TransformerFactory.newInstance();
        // ruleid: java-xxe-transformer
        Transformer transformer = factory.newTransformer(source);
        // ok: java-xxe-transformer
        Transformer identity = factory.newTransformer();
        TransformerFactory good = TransformerFactory.newInstance();
        good.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // ok: java-xxe-transformer
        good.newTransformer(source);
    }
}
