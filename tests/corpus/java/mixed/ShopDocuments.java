package shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.thoughtworks.xstream.XStream;
import java.beans.XMLDecoder;
import java.io.*;
import java.util.*;
import javax.naming.directory.*;
import javax.naming.*;
import javax.servlet.http.HttpServletRequest;
import javax.xml.XMLConstants;
import javax.xml.parsers.*;
import javax.xml.stream.*;
import javax.xml.transform.*;
import javax.xml.xpath.*;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.support.LdapEncoder;
import org.springframework.web.bind.annotation.*;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

@RestController
public class ShopDocuments {

    @PostMapping("/xml")
    public String dom(HttpServletRequest req) throws Exception {
        DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
        // ruleid: xxe
        Document d = f.newDocumentBuilder().parse(req.getInputStream());
        return d.getDocumentElement().getTagName();
    }

    @PostMapping("/xml2")
    public int domOk(HttpServletRequest req) throws Exception {
        DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
        f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        f.setXIncludeAware(false);
        // ok: xxe
        Document d = f.newDocumentBuilder().parse(req.getInputStream());
        return d.getChildNodes().getLength();
    }

    @PostMapping("/sax")
    public void sax(@RequestBody String xml) throws Exception {
        SAXParser p = SAXParserFactory.newInstance().newSAXParser();
        // ruleid: xxe
        p.parse(new InputSource(new StringReader(xml)), new org.xml.sax.helpers.DefaultHandler());
    }

    @PostMapping("/stax")
    public int stax(@RequestBody String xml) throws Exception {
        XMLInputFactory f = XMLInputFactory.newInstance();
        f.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        f.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // ok: xxe
        XMLStreamReader ok = f.createXMLStreamReader(new StringReader(xml));
        XMLInputFactory g = XMLInputFactory.newInstance();
        // ruleid: xxe
        XMLStreamReader bad = g.createXMLStreamReader(new StringReader(xml));
        return ok.next() + bad.next();
    }

    TransformerFactory tf() throws Exception {
        // ok: xxe
        TransformerFactory t = TransformerFactory.newInstance();
        t.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        t.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        return t;
    }

    @GetMapping("/xp")
    public int xp(@RequestParam String name, Document doc) throws Exception {
        XPath xp = XPathFactory.newInstance().newXPath();
        // ruleid: xpath-injection
        String a = xp.evaluate("//user[name='" + name + "']/mail", doc);
        xp.setXPathVariableResolver(v -> name);
        // ok: xpath-injection
        String b = xp.evaluate("//user[name=$n]/mail", doc);
        // ok: xpath-injection
        XPathExpression e = xp.compile("//user[@id=" + Integer.parseInt(name) + "]");
        return a.length() + b.length() + e.evaluate(doc).length();
    }

    @GetMapping("/dir")
    public void dir(@RequestParam String uid, DirContext ctx, LdapTemplate tpl) throws NamingException {
        SearchControls sc = new SearchControls();
        // ruleid: ldap-injection
        ctx.search("ou=people", "(uid=" + uid + ")", sc);
        // ok: ldap-injection
        ctx.search("ou=people", "(uid={0})", new Object[] { uid }, sc);
        // ok: ldap-injection
        ctx.search("ou=people", "(uid=" + LdapEncoder.filterEncode(uid) + ")", sc);
        // ruleid: ldap-injection
        tpl.search("ou=people", "(&(objectClass=person)(cn=" + uid + "))", (AttributesMapper0) null);
    }

    interface AttributesMapper0 extends org.springframework.ldap.core.AttributesMapper<String> { }

    @GetMapping("/jndi")
    public Object jndi(@RequestParam String n) throws NamingException {
        // ok: ldap-injection
        new InitialContext().lookup("java:comp/env/jdbc/shop");
        // ruleid: ldap-injection
        return new InitialContext().lookup(n);
    }

    @PostMapping("/obj")
    public Object obj(HttpServletRequest req) throws Exception {
        ObjectInputStream in = new ObjectInputStream(req.getInputStream());
        // ruleid: deserialization
        return in.readObject();
    }

    @PostMapping("/obj2")
    public Object obj2(HttpServletRequest req) throws Exception {
        ObjectInputStream in = new ObjectInputStream(req.getInputStream());
        in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("shop.Order;!*"));
        // ok: deserialization
        return in.readObject();
    }

    @PostMapping("/xdec")
    public Object xdec(HttpServletRequest req) throws Exception {
        try (XMLDecoder d = new XMLDecoder(req.getInputStream())) {
            // ruleid: deserialization
            return d.readObject();
        }
    }

    @PostMapping("/yaml")
    public Object yaml(@RequestBody String body) {
        // ruleid: deserialization
        Object a = new Yaml().load(body);
        // ok: deserialization
        Object b = new Yaml(new SafeConstructor(new LoaderOptions())).load(body);
        return Arrays.asList(a, b);
    }

    @PostMapping("/xs")
    public Object xs(@RequestBody String body) {
        XStream x = new XStream();
        // ruleid: deserialization
        return x.fromXML(body);
    }

    @PostMapping("/json")
    public Object json(@RequestBody String body) throws Exception {
        ObjectMapper m = new ObjectMapper();
        // ok: deserialization
        return m.readValue(body, Order.class);
    }

    ObjectMapper typed() {
        ObjectMapper m = new ObjectMapper();
        // ruleid: deserialization
        m.enableDefaultTyping();
        return m;
    }

    static class Order { public String id; }
}
