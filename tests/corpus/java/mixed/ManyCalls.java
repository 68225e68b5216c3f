package a;

import java.io.*;
import java.net.*;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.naming.*;
import javax.naming.directory.*;
import javax.servlet.http.*;
import javax.xml.parsers.*;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.*;
import javax.xml.validation.*;
import javax.xml.xpath.*;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.message.BasicHttpRequest;
import org.springframework.http.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import ognl.Ognl;
import org.mvel2.MVEL;
import org.apache.commons.jexl3.*;
import groovy.lang.GroovyShell;
import org.dom4j.io.SAXReader;
import org.jdom2.input.SAXBuilder;
import com.thoughtworks.xstream.XStream;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.caucho.hessian.io.HessianInput;
import freemarker.template.*;
import org.apache.velocity.app.Velocity;

@RestController
public class ManyCalls {
    private static final Logger LOG = Logger.getLogger("a");
    private final RestTemplate rest = new RestTemplate();

    @GetMapping("/ssrf")
    public void ssrf(@RequestParam String url, HttpServletRequest request, HttpServletResponse response) throws Exception {
        URI uri = new URI(url);
        HttpClient client = HttpClient.newHttpClient();
        // ruleid: ssrf
        HttpRequest r = HttpRequest.newBuilder(uri).build();
        client.send(r, null);
        // ruleid: ssrf
        HttpRequest r2 = HttpRequest.newBuilder().uri(URI.create(url)).build();
        client.send(r2, null);
        // ruleid: ssrf
        new URL(url).openStream();
        // ruleid: ssrf
        new URL(url).openConnection().getInputStream();
        // ruleid: ssrf
        HttpGet g = new HttpGet(url);
        // ok: ssrf
        new HttpPost("https://example.com/" + URLEncoder.encode(url, "UTF-8"));
        // ruleid: ssrf
        rest.getForObject(url, String.class);
        // ruleid: ssrf
        rest.exchange(url, HttpMethod.GET, null, String.class);
        // ok: ssrf
        rest.getForEntity("https://example.com/{x}", String.class, url);
        // ruleid: ssrf
        WebClient.create(url);
        // ruleid: ssrf
        WebClient.builder().baseUrl(url).build();
        // ruleid: ssrf
        rest.exchange(RequestEntity.get(uri).build(), String.class);
        // ruleid: ssrf
        new Socket(url, 80);
        // ruleid: ssrf
        DriverManager.getConnection(url);
        // ruleid: ssrf
        javax.imageio.ImageIO.read(new URL(url));
        // ruleid: ssrf
        org.jsoup.Jsoup.connect(url).get();
        // ruleid: ssrf
        new okhttp3.Request.Builder().url(url).build();
        // ok: ssrf
        new okhttp3.Request.Builder().url("https://example.com/api?q=" + url).build();
        String known = "https://example.com/";
        if (url.startsWith("https://example.com/")) {
            // ok: ssrf
            new URL(url).openStream();
        }
        if (url.equals("https://a.example.com")) {
            // ok: ssrf
            HttpRequest.newBuilder(URI.create(url)).build();
        }
        if (List.of("https://a.example.com", "https://b.example.com").contains(url)) {
            // ok: ssrf
            rest.getForObject(url, String.class);
        }
    }

    @GetMapping("/redirect")
    // ruleid: open-redirect
    public String redir(String target) { return "redirect:" + target; }

    @GetMapping("/redirect2")
    public ModelAndView redir2(@RequestParam("u") String u) {
        // ok: open-redirect
        if (u.isEmpty()) return new ModelAndView("redirect:/home");
        // ruleid: open-redirect
        return new ModelAndView("redirect:" + u);
    }

    @GetMapping("/redirect3")
    // ruleid: open-redirect
    public RedirectView redir3(@RequestParam String u) { return new RedirectView(u); }

    @GetMapping("/redirect4")
    public ResponseEntity<Void> redir4(@RequestParam String u) {
        // ok: open-redirect
        if (u.isEmpty()) return ResponseEntity.status(HttpStatus.FOUND).header("Location", "/x").build();
        // ruleid: open-redirect
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(u)).build();
    }

    public void redir5(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: open-redirect
        response.sendRedirect(request.getParameter("target"));
        // ok: open-redirect
        response.sendRedirect(request.getContextPath() + "/home");
        // ruleid: open-redirect
        response.setHeader("Location", request.getParameter("target"));
        // ok: open-redirect
        response.sendRedirect("/search?q=" + URLEncoder.encode(request.getParameter("q"), "UTF-8"));
        String t = request.getParameter("t");
        if ("https://a.example.com".equals(t)) {
            // ok: open-redirect
            response.sendRedirect(t);
        }
        URI u = URI.create(t);
        if (u.getHost() != null && u.getHost().equals("example.com")) {
            // ok: open-redirect
            response.sendRedirect(u.toString());
        }
        if (t.startsWith("/")) {
            // ruleid: open-redirect
            response.sendRedirect(t);
        }
        // ruleid: path-traversal
        request.getRequestDispatcher(request.getParameter("page")).forward(request, response);
        // ok: open-redirect
        request.getRequestDispatcher("/WEB-INF/a.jsp").forward(request, response);
    }

    public void path(@RequestParam String name, HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: path-traversal
        new FileReader("/home/u/" + name);
        // ruleid: path-traversal
        Files.readAllBytes(Paths.get("/srv", name));
        // ruleid: path-traversal
        Files.readAllLines(Path.of("/srv").resolve(name));
        Path base = Paths.get("/srv").toAbsolutePath();
        Path p = base.resolve(name).normalize();
        if (!p.startsWith(base)) throw new IllegalArgumentException();
        // ok: path-traversal
        Files.readAllBytes(p);
        File f = new File("/srv", name);
        if (f.getCanonicalPath().startsWith("/srv/")) {
            // ok: path-traversal
            new FileInputStream(f);
        }
        // ok: path-traversal
        new FileInputStream("/srv/" + org.apache.commons.io.FilenameUtils.getName(name));
        if (name.contains("..") || name.contains("/") || name.contains("\\")) throw new IOException();
        // ok: path-traversal
        new FileInputStream("/srv/" + name);
    }

    public void path2(HttpServletRequest request) throws Exception {
        String n = request.getParameter("n");
        // ruleid: path-traversal
        new RandomAccessFile("/srv/" + n, "r");
        // ruleid: path-traversal
        new FileWriter(new File("/srv/" + n));
        // ruleid: path-traversal
        Files.delete(Path.of(n));
        // ruleid: path-traversal
        Files.copy(request.getInputStream(), Paths.get("/up/" + n));
        // ruleid: path-traversal
        new File(n).delete();
        // ruleid: path-traversal
        getClass().getResourceAsStream("/templates/" + n);
        // ruleid: path-traversal
        new java.util.zip.ZipFile(n);
        // ruleid: path-traversal
        org.apache.commons.io.FileUtils.readFileToString(new File(n), "UTF-8");
        // ruleid: path-traversal
        new org.springframework.core.io.FileSystemResource("/srv/" + n);
        if (n.matches("[A-Za-z0-9_]+")) {
            // ok: path-traversal
            new FileReader("/srv/" + n + ".txt");
        }
        Part part = request.getPart("f");
        // ruleid: path-traversal
        part.write("/up/" + part.getSubmittedFileName());
    }

    public void zip(java.util.zip.ZipFile zf, File dest) throws Exception {
        for (Enumeration<? extends java.util.zip.ZipEntry> e = zf.entries(); e.hasMoreElements();) {
            java.util.zip.ZipEntry ze = e.nextElement();
            File out = new File(dest, ze.getName());
            // ruleid: path-traversal
            FileOutputStream os = new FileOutputStream(out);
        }
    }

    public void zip2(java.util.zip.ZipInputStream zis, Path dest) throws Exception {
        java.util.zip.ZipEntry ze;
        while ((ze = zis.getNextEntry()) != null) {
            Path out = dest.resolve(ze.getName()).normalize();
            if (!out.startsWith(dest)) throw new IOException("bad");
            // ok: path-traversal
            Files.copy(zis, out);
        }
    }

    public void deser(HttpServletRequest request, Socket sock) throws Exception {
        ObjectInputStream in = new ObjectInputStream(sock.getInputStream());
        // ruleid: deserialization
        in.readObject();
        // ruleid: deserialization
        new ObjectInputStream(request.getInputStream()).readUnshared();
        // ruleid: deserialization
        new XStream().fromXML(request.getReader());
        // ruleid: deserialization
        new Yaml().load(request.getInputStream());
        // ok: deserialization
        new Yaml(new SafeConstructor()).load(request.getInputStream());
        Kryo kryo = new Kryo();
        kryo.setRegistrationRequired(false);
        // ruleid: deserialization
        kryo.readClassAndObject(new Input(request.getInputStream()));
        // ruleid: deserialization
        new HessianInput(request.getInputStream()).readObject();
        // ruleid: deserialization
        new java.beans.XMLDecoder(request.getInputStream()).readObject();
        com.fasterxml.jackson.databind.ObjectMapper m = new com.fasterxml.jackson.databind.ObjectMapper();
        // ruleid: deserialization
        m.enableDefaultTyping();
        m.readValue(request.getReader(), Map.class);
        com.alibaba.fastjson.JSON.parseObject(request.getParameter("j"));
        // ok: deserialization
        new com.google.gson.Gson().fromJson(request.getReader(), Map.class);
        // ruleid: deserialization
        org.apache.commons.lang3.SerializationUtils.deserialize(request.getParameter("d").getBytes());
        byte[] d = Base64.getDecoder().decode(request.getParameter("d"));
        ObjectInputStream ois = new ObjectInputStream(new ByteArrayInputStream(d));
        // ruleid: deserialization
        ois.readObject();
        ObjectInputStream v = new org.apache.commons.io.serialization.ValidatingObjectInputStream(request.getInputStream());
        // ok: deserialization
        v.readObject();
    }

    public void xxe(HttpServletRequest request) throws Exception {
        InputStream in = request.getInputStream();
        DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
        // ruleid: xxe
        f.newDocumentBuilder().parse(in);
        DocumentBuilderFactory g = DocumentBuilderFactory.newInstance();
        g.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: xxe
        g.newDocumentBuilder().parse(in);
        SAXParserFactory s = SAXParserFactory.newInstance();
        // ruleid: xxe
        s.newSAXParser().parse(in, new org.xml.sax.helpers.DefaultHandler());
        XMLInputFactory x = XMLInputFactory.newFactory();
        // ruleid: xxe
        x.createXMLStreamReader(in);
        XMLInputFactory x2 = XMLInputFactory.newFactory();
        x2.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        // ok: xxe
        x2.createXMLStreamReader(in);
        // ruleid: xxe
        new SAXReader().read(in);
        // ruleid: xxe
        new SAXBuilder().build(in);
        SAXReader sr = new SAXReader();
        sr.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: xxe
        sr.read(in);
        org.xml.sax.XMLReader xr = org.xml.sax.helpers.XMLReaderFactory.createXMLReader();
        // ruleid: xxe
        xr.parse(new org.xml.sax.InputSource(in));
        TransformerFactory tf = TransformerFactory.newInstance();
        // ruleid: xxe
        tf.newTransformer().transform(new javax.xml.transform.stream.StreamSource(in), null);
        TransformerFactory tf2 = TransformerFactory.newInstance();
        tf2.setAttribute(javax.xml.XMLConstants.ACCESS_EXTERNAL_DTD, "");
        tf2.setAttribute(javax.xml.XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        // ok: xxe
        tf2.newTransformer().transform(new javax.xml.transform.stream.StreamSource(in), null);
        SchemaFactory sf = SchemaFactory.newInstance("http://www.w3.org/2001/XMLSchema");
        // ruleid: xxe
        sf.newSchema(new javax.xml.transform.stream.StreamSource(in));
        // ok: xxe
        javax.xml.bind.JAXBContext.newInstance(Object.class).createUnmarshaller().unmarshal(in);
        XPathFactory.newInstance().newXPath().evaluate("/a", new org.xml.sax.InputSource(in));
        // ruleid: xxe
        new org.apache.commons.digester3.Digester().parse(in);
    }

    public void ldap(@RequestParam String u, DirContext ctx, org.springframework.ldap.core.LdapTemplate lt) throws Exception {
        // ruleid: ldap-injection
        ctx.search("dc=x", "(uid=" + u + ")", new SearchControls());
        // ruleid: ldap-injection
        ctx.search("dc=" + u, "(uid={0})", new Object[]{u}, null);
        // ruleid: ldap-injection
        lt.search("dc=x", "(uid=" + u + ")", (org.springframework.ldap.core.AttributesMapper<String>) null);
        // ok: ldap-injection
        lt.search(org.springframework.ldap.query.LdapQueryBuilder.query().where("uid").is(u), (org.springframework.ldap.core.AttributesMapper<String>) null);
        // ok: ldap-injection
        ctx.search("dc=x", "(uid=" + org.springframework.ldap.support.LdapEncoder.filterEncode(u) + ")", null);
        // ruleid: ldap-injection
        new InitialContext().lookup(u);
        // ok: ldap-injection
        new InitialContext().lookup("java:comp/env/jdbc/db");
    }

    public void log(@RequestParam String u) {
        // ruleid: log-injection
        LOG.info("user " + u);
        // ruleid: log-injection
        LOG.warning(String.format("user %s", u));
        // ok: log-injection
        LOG.info("user " + u.replaceAll("[\r\n]", "_"));
        // ok: log-injection
        LOG.info("started");
        // ruleid: log-injection
        org.slf4j.LoggerFactory.getLogger("b").error("failed {}", u);
        // ok: log-injection
        if (u.matches("\\w*")) LOG.info("user " + u);
        // ok: log-injection
        System.out.println("hi");
    }

    public void code(@RequestParam String e, HttpServletResponse response, HttpServletRequest request) throws Exception {
        // ruleid: code-injection
        new SpelExpressionParser().parseExpression(e).getValue();
        // ok: code-injection
        new SpelExpressionParser().parseExpression("1+1").getValue();
        // ruleid: code-injection
        Ognl.getValue(e, new Object());
        // ruleid: code-injection
        MVEL.eval(e);
        // ruleid: code-injection
        new JexlBuilder().create().createExpression(e).evaluate(null);
        // ruleid: code-injection
        new GroovyShell().evaluate(e);
        // ruleid: code-injection
        new javax.script.ScriptEngineManager().getEngineByName("js").eval(e);
        // ruleid: code-injection
        Class.forName(e).newInstance();
        // ruleid: template-injection
        new Template("n", new StringReader(e), new Configuration());
        // ruleid: template-injection
        Velocity.evaluate(null, null, "t", e);
        // ruleid: code-injection
        javax.el.ExpressionFactory.newInstance().createValueExpression(null, e, Object.class);
        javax.validation.ConstraintValidatorContext c = null;
        // ruleid: code-injection
        c.buildConstraintViolationWithTemplate(e);
        // ruleid: xxe
        TransformerFactory.newInstance().newTransformer(new javax.xml.transform.stream.StreamSource(new StringReader(e)));
        // ruleid: regex-dos
        Pattern.compile(e);
        // ok: regex-dos
        Pattern.compile(Pattern.quote(e));
        // ruleid: regex-dos
        "x".matches(e);
        // ruleid: header-injection
        response.setHeader("X-A", request.getParameter("h"));
        // ok: header-injection
        response.addHeader("X-A", "fixed");
        // ruleid: insecure-cookie
        response.addCookie(new Cookie("name", request.getParameter("h")));
        String.format(e, "a");
        String.format("%s", e);
    }
}
