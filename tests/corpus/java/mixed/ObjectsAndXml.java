package bench;

import java.io.*;
import java.beans.XMLDecoder;
import javax.servlet.http.*;
import javax.xml.parsers.*;
import javax.xml.stream.*;
import javax.xml.transform.*;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.*;
import javax.xml.xpath.*;
import javax.xml.bind.*;
import org.dom4j.io.SAXReader;
import org.jdom2.input.SAXBuilder;
import org.xml.sax.*;
import org.xml.sax.helpers.XMLReaderFactory;
import org.apache.commons.digester3.Digester;
import com.thoughtworks.xstream.XStream;
import org.yaml.snakeyaml.*;
import org.yaml.snakeyaml.constructor.*;
import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.fasterxml.jackson.databind.*;
import com.fasterxml.jackson.annotation.*;
import com.alibaba.fastjson.*;
import com.caucho.hessian.io.*;
import org.apache.commons.lang3.SerializationUtils;
import org.springframework.web.bind.annotation.*;

@RestController
public class ObjectsAndXml {
    @PostMapping("/a")
    public void a(@RequestBody byte[] body, @RequestBody String text, HttpServletRequest req) throws Exception {
        ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(body));
        // ruleid: deserialization
        in.readObject();
        // ruleid: deserialization
        new ObjectInputStream(req.getInputStream()).readObject();
        // ruleid: deserialization
        new XMLDecoder(req.getInputStream()).readObject();
        // ruleid: deserialization
        new XStream().fromXML(text);
        XStream xs = new XStream();
        xs.allowTypes(new Class[] {String.class});
        // ok: deserialization
        xs.fromXML(text);
        // ruleid: deserialization
        new Yaml().load(text);
        // ok: deserialization
        new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        // ruleid: deserialization
        new Yaml(new Constructor(Object.class)).load(text);
        // ruleid: deserialization
        new Yaml().loadAs(text, String.class);
        Kryo k = new Kryo();
        // ruleid: deserialization
        k.setRegistrationRequired(false);
        // ruleid: deserialization
        k.readClassAndObject(new Input(body));
        ObjectMapper m = new ObjectMapper();
        // ruleid: deserialization
        m.enableDefaultTyping();
        // ruleid: deserialization
        m.activateDefaultTyping(com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator.instance);
        // ruleid: deserialization
        m.enableDefaultTyping(ObjectMapper.DefaultTyping.NON_FINAL);
        // ok: deserialization
        m.readValue(text, String.class);
        // todoruleid: deserialization
        JSON.parseObject(text, Object.class);
        // todoruleid: deserialization
        JSON.parse(text);
        // ruleid: deserialization
        ParserConfig.getGlobalInstance().setAutoTypeSupport(true);
        // ruleid: deserialization
        JSON.parseObject(text, String.class, com.alibaba.fastjson.parser.Feature.SupportAutoType);
        // ruleid: deserialization
        new HessianInput(new ByteArrayInputStream(body)).readObject();
        // ruleid: deserialization
        new Hessian2Input(req.getInputStream()).readObject();
        // ruleid: deserialization
        SerializationUtils.deserialize(body);
        // ruleid: deserialization
        org.springframework.util.SerializationUtils.deserialize(body);
        // ruleid: deserialization
        new com.cedarsoftware.util.io.JsonReader(req.getInputStream(), null).readObject();
        com.google.gson.Gson g = new com.google.gson.Gson();
        // ok: deserialization
        g.fromJson(text, String.class);
    }

    static class Pet {
        // ruleid: deserialization
        @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
        public Object animal;
        // ok: deserialization
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
        public Object animal2;
    }

    void filtered(InputStream s) throws Exception {
        ObjectInputStream in = new ObjectInputStream(s);
        in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("java.base/*;!*"));
        // ok: deserialization
        in.readObject();
    }

    Object any(InputStream s) throws Exception {
        ObjectInputStream in = new ObjectInputStream(s);
        // ruleid: deserialization
        return in.readObject();
    }

    void xml(InputStream s, String x) throws Exception {
        DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
        // ruleid: xxe
        f.newDocumentBuilder().parse(s);
        DocumentBuilder b = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        // ruleid: xxe
        b.parse(s);
        // ok: xxe
        DocumentBuilderFactory f2 = DocumentBuilderFactory.newInstance();
        f2.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        f2.newDocumentBuilder().parse(s);
        SAXParserFactory spf = SAXParserFactory.newInstance();
        // ruleid: xxe
        spf.newSAXParser().parse(s, new org.xml.sax.helpers.DefaultHandler());
        // ok: xxe
        SAXParserFactory spf2 = SAXParserFactory.newInstance();
        spf2.setFeature("http://xml.org/sax/features/external-general-entities", false);
        spf2.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        spf2.newSAXParser().parse(s, new org.xml.sax.helpers.DefaultHandler());
        XMLInputFactory xif = XMLInputFactory.newInstance();
        // ruleid: xxe
        xif.createXMLStreamReader(s);
        // ok: xxe
        XMLInputFactory xif2 = XMLInputFactory.newFactory();
        xif2.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xif2.createXMLStreamReader(s);
        // ok: xxe
        XMLInputFactory xif3 = XMLInputFactory.newFactory();
        xif3.setProperty("javax.xml.stream.isSupportingExternalEntities", false);
        xif3.createXMLEventReader(s);
    }

    void xml2(InputStream s, String x) throws Exception {
        SAXReader r = new SAXReader();
        // ruleid: xxe
        r.read(s);
        // ok: xxe
        SAXReader r2 = new SAXReader();
        r2.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        r2.read(s);
        SAXBuilder sb = new SAXBuilder();
        // ruleid: xxe
        sb.build(s);
        XMLReader xr = XMLReaderFactory.createXMLReader();
        // ruleid: xxe
        xr.parse(new InputSource(s));
        TransformerFactory tf = TransformerFactory.newInstance();
        // ruleid: xxe
        tf.newTransformer(new StreamSource(s));
        // ok: xxe
        TransformerFactory tf2 = TransformerFactory.newInstance();
        tf2.setAttribute(javax.xml.XMLConstants.ACCESS_EXTERNAL_DTD, "");
        tf2.setAttribute(javax.xml.XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        tf2.newTransformer(new StreamSource(s));
        SchemaFactory sf = SchemaFactory.newInstance("http://www.w3.org/2001/XMLSchema");
        // ruleid: xxe
        Schema sc = sf.newSchema(new StreamSource(s));
        Validator v = sc.newValidator();
        v.validate(new StreamSource(s));
        Digester d = new Digester();
        // ruleid: xxe
        d.parse(s);
        JAXBContext jc = JAXBContext.newInstance(Object.class);
        // ok: xxe
        jc.createUnmarshaller().unmarshal(s);
    }

    void xml3(InputStream s) throws Exception {
        // ok: xxe
        DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
        f.setFeature(javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING, true);
        f.setAttribute(javax.xml.XMLConstants.ACCESS_EXTERNAL_DTD, "");
        f.setAttribute(javax.xml.XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        f.newDocumentBuilder().parse(s);
        // ok: xxe
        DocumentBuilderFactory f2 = DocumentBuilderFactory.newInstance();
        f2.newDocumentBuilder().newDocument();
    }

    void xpath(HttpServletRequest req, org.w3c.dom.Document doc) throws Exception {
        XPath xp = XPathFactory.newInstance().newXPath();
        String u = req.getParameter("u");
        // ruleid: xpath-injection
        xp.evaluate("//user[name='" + u + "']", doc);
        // ruleid: xpath-injection
        XPathExpression e = xp.compile("//user[name='" + u + "']/text()");
        // ok: xpath-injection
        xp.compile("//user[name=$u]");
        xp.setXPathVariableResolver(n -> u);
    }
}
