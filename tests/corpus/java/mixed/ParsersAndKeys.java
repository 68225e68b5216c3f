package t;

import java.io.*;
import java.security.*;
import java.security.cert.X509Certificate;
import java.util.*;
import javax.crypto.*;
import javax.crypto.spec.*;
import javax.naming.directory.*;
import javax.net.ssl.*;
import javax.servlet.http.*;
import javax.xml.parsers.*;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.*;
import javax.xml.transform.stream.StreamSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.thoughtworks.xstream.XStream;
import org.slf4j.*;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.web.bind.annotation.*;
import org.yaml.snakeyaml.Yaml;
import io.jsonwebtoken.Jwts;
import freemarker.template.*;

public class C {
    private static final Logger logger = LoggerFactory.getLogger(C.class);
    private final DocumentBuilder shared;
    private final SecureRandom rng = new SecureRandom();
    private ObjectMapper mapper = new ObjectMapper();

    C() throws Exception {
        DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
        f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        shared = f.newDocumentBuilder();
    }

    Document safe(InputStream in) throws Exception {
        // ok: xxe
        return shared.parse(in);
    }

    Document unsafe(String xml) throws Exception {
        DocumentBuilder b = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        // ruleid: xxe
        return b.parse(new InputSource(new StringReader(xml)));
    }

    void style(File xsl, InputStream in) throws Exception {
        TransformerFactory tf = TransformerFactory.newInstance();
        tf.setFeature("http://javax.xml.XMLConstants/feature/secure-processing", true);
        tf.setAttribute("http://javax.xml.XMLConstants/property/accessExternalDTD", "");
        // ok: xxe
        tf.newTransformer(new StreamSource(xsl)).transform(new StreamSource(in), null);
        // ruleid: xxe
        XMLInputFactory.newInstance().createXMLEventReader(in);
        XMLInputFactory x = XMLInputFactory.newInstance();
        x.setProperty("javax.xml.stream.isSupportingExternalEntities", false);
        // ok: xxe
        x.createXMLStreamReader(in);
        SAXParserFactory s = SAXParserFactory.newInstance();
        // ruleid: xxe
        s.newSAXParser().parse(in, (org.xml.sax.helpers.DefaultHandler) null);
    }

    Object read(HttpServletRequest req) throws Exception {
        InputStream is = req.getInputStream();
        ObjectInputStream ois = new ObjectInputStream(is);
        try {
            // ruleid: deserialization
            return ois.readObject();
        } finally {
            ois.close();
        }
    }

    Object others(HttpServletRequest req) throws Exception {
        // ruleid: deserialization
        new XStream().fromXML(req.getParameter("x"));
        // ruleid: deserialization
        new Yaml().load(req.getParameter("y"));
        // ok: deserialization
        new Yaml().dump(req.getParameter("y"));
        // ok: deserialization
        mapper.readValue(req.getReader(), Map.class);
        // ok: deserialization
        return new Gson().fromJson(req.getReader(), Object.class);
    }

    byte[] encrypt(SecretKey k, byte[] m) throws Exception {
        byte[] iv = new byte[12];
        rng.nextBytes(iv);
        // ok: weak-crypto
        Cipher c = Cipher.getInstance("AES/GCM/NoPadding");
        // ok: weak-crypto
        c.init(Cipher.ENCRYPT_MODE, k, new GCMParameterSpec(128, iv));
        Cipher d = Cipher.getInstance("AES/CBC/PKCS5Padding");
        // ruleid: weak-crypto
        d.init(Cipher.ENCRYPT_MODE, k, new IvParameterSpec("abcdefghijklmnop".getBytes()));
        // ruleid: weak-crypto
        Cipher e = Cipher.getInstance("DESede");
        String transformation = System.getProperty("x") == null ? "AES/ECB/PKCS5Padding" : "AES/GCM/NoPadding";
        // ruleid: weak-crypto
        Cipher g = Cipher.getInstance(transformation);
        KeyPairGenerator kp = KeyPairGenerator.getInstance("RSA");
        // ruleid: weak-crypto
        kp.initialize(1024, rng);
        // ruleid: hardcoded-secret
        new SecretKeySpec("0123456789abcdef".getBytes(), "AES");
        return c.doFinal(m);
    }

    String digest(String password, byte[] salt) throws Exception {
        // ruleid: weak-hash
        MessageDigest md = MessageDigest.getInstance("MD5");
        md.update(salt);
        // ok: weak-hash
        SecretKeyFactory f = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512");
        // ok: weak-hash
        f.generateSecret(new PBEKeySpec(password.toCharArray(), salt, 210000, 256));
        // ruleid: weak-crypto
        f.generateSecret(new PBEKeySpec(password.toCharArray(), salt, 1000, 256));
        // ruleid: weak-random
        String resetToken = new Random().ints(20, 0, 26).toString();
        // ok: weak-random
        String sessionToken = new java.math.BigInteger(130, rng).toString(32);
        int retryDelay = new Random().nextInt(50);
        return resetToken + sessionToken + retryDelay;
    }

    SSLContext trust() throws Exception {
        TrustManager[] all = new TrustManager[] {new X509TrustManager() {
            public X509Certificate[] getAcceptedIssuers() { return null; }
            // ruleid: tls-verification
            public void checkClientTrusted(X509Certificate[] c, String a) { }
            // ruleid: tls-verification
            public void checkServerTrusted(X509Certificate[] c, String a) { }
        }};
        // ok: tls-verification
        SSLContext ctx = SSLContext.getInstance("TLSv1.2");
        ctx.init(null, all, new SecureRandom());
        // ruleid: tls-verification
        HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> { return true; });
        // ruleid: tls-verification
        SSLContext old = SSLContext.getInstance("SSLv3");
        return ctx;
    }

    void ldap(DirContext ctx, HttpServletRequest req) throws Exception {
        String uid = req.getParameter("uid");
        // ruleid: ldap-injection
        ctx.search("ou=p", "(&(uid=" + uid + ")(o=x))", new SearchControls());
        // ok: ldap-injection
        ctx.search("ou=p", "(uid={0})", new Object[] {uid}, new SearchControls());
        // ruleid: xpath-injection
        javax.xml.xpath.XPathFactory.newInstance().newXPath().evaluate("//u[@id='" + uid + "']", new InputSource("x"));
        // ruleid: log-injection
        logger.info("uid {}", uid);
        // ok: log-injection
        logger.info("uid {}", uid.replaceAll("[\\r\\n]", ""));
        // ok: log-injection
        logger.warn("uid " + Integer.valueOf(uid));
    }

    @GetMapping("/e")
    Object eval(@RequestParam String e, @RequestParam String tpl) throws Exception {
        // ruleid: code-injection
        new SpelExpressionParser().parseExpression(e).getValue();
        // ok: code-injection
        new SpelExpressionParser().parseExpression("1+1").getValue();
        // ruleid: template-injection
        new Template("t", tpl, new Configuration());
        // ruleid: code-injection
        Class<?> c = Class.forName(e);
        return c.getName();
    }

    void cookies(HttpServletResponse r, String t) {
        Cookie c = new Cookie("JSESSIONID", t);
        c.setPath("/");
        c.setHttpOnly(true);
        // ruleid: insecure-cookie
        r.addCookie(c);
        Cookie d = new Cookie("remember", t);
        d.setHttpOnly(true);
        d.setSecure(true);
        d.setMaxAge(3600);
        // ok: insecure-cookie
        r.addCookie(d);
        // ok: cors
        r.setHeader("Access-Control-Allow-Origin", "https://a.example");
        String key = "Zx81-Sp3ctrum-K";
        // todoruleid: jwt
        Jwts.builder().setSubject("a").signWith(io.jsonwebtoken.SignatureAlgorithm.HS256, key.getBytes()).compact();
        // ok: jwt
        Jwts.builder().setSubject("a").signWith(io.jsonwebtoken.security.Keys.secretKeyFor(io.jsonwebtoken.SignatureAlgorithm.HS256)).compact();
    }
}
