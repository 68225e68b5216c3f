package bench;

import java.io.*;
import java.net.*;
import java.security.*;
import java.security.cert.*;
import java.util.*;
import javax.crypto.*;
import javax.crypto.spec.*;
import javax.net.ssl.*;
import javax.servlet.http.*;
import javax.xml.XMLConstants;
import javax.xml.parsers.*;
import javax.xml.stream.*;
import javax.xml.transform.*;
import javax.xml.transform.stream.*;
import javax.xml.validation.*;
import com.fasterxml.jackson.databind.*;
import com.fasterxml.jackson.databind.jsontype.*;
import com.thoughtworks.xstream.XStream;
import io.jsonwebtoken.*;
import io.jsonwebtoken.security.Keys;
import com.auth0.jwt.*;
import com.auth0.jwt.interfaces.*;
import com.auth0.jwt.algorithms.Algorithm;
import org.springframework.context.annotation.*;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.*;
import org.springframework.security.crypto.argon2.*;
import org.springframework.security.crypto.password.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.cors.*;
import org.yaml.snakeyaml.*;
import org.yaml.snakeyaml.constructor.*;
import org.springframework.beans.factory.annotation.Value;

class SafeSettings {
    private static final DocumentBuilderFactory DBF = secureFactory();
    private final XMLInputFactory xif = XMLInputFactory.newFactory();
    @Value("${jwt.secret}") private String secret;
    @Value("${app.origins}") private List<String> origins;

    SafeSettings() {
        xif.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        xif.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
    }

    static DocumentBuilderFactory secureFactory() {
        try {
            DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
            f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return f;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    void xml(InputStream in) throws Exception {
        // ok: xxe
        DBF.newDocumentBuilder().parse(in);
        // ok: xxe
        secureFactory().newDocumentBuilder().parse(in);
        // ok: xxe
        xif.createXMLStreamReader(in);
        SAXParserFactory spf = SAXParserFactory.newInstance();
        spf.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        spf.setFeature("http://xml.org/sax/features/external-general-entities", false);
        SAXParser sp = spf.newSAXParser();
        // ok: xxe
        sp.parse(in, new org.xml.sax.helpers.DefaultHandler());
        SchemaFactory sf = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        sf.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        sf.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        // ok: xxe
        sf.newSchema(new StreamSource(in));
        TransformerFactory tf = TransformerFactory.newInstance();
        tf.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        // ok: xxe
        tf.newTransformer().transform(new StreamSource(in), new StreamResult(System.out));
        org.dom4j.io.SAXReader r = new org.dom4j.io.SAXReader();
        r.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: xxe
        r.read(in);
        org.jdom2.input.SAXBuilder b = new org.jdom2.input.SAXBuilder();
        b.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: xxe
        b.build(in);
        org.xml.sax.XMLReader xr = SAXParserFactory.newInstance().newSAXParser().getXMLReader();
        xr.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: xxe
        xr.parse(new org.xml.sax.InputSource(in));
    }

    void objects(String s, InputStream in) throws Exception {
        XStream x = new XStream();
        XStream.setupDefaultSecurity(x);
        x.allowTypesByWildcard(new String[] {"com.acme.**"});
        // ok: deserialization
        x.fromXML(s);
        LoaderOptions o = new LoaderOptions();
        Yaml y = new Yaml(new SafeConstructor(o));
        // ok: deserialization
        y.load(s);
        ObjectMapper m = new ObjectMapper();
        PolymorphicTypeValidator v = com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator.builder().allowIfSubType("com.acme.").build();
        // ok: deserialization
        m.activateDefaultTyping(v, ObjectMapper.DefaultTyping.NON_FINAL);
        // ok: deserialization
        m.readTree(s);
        DataInputStream d = new DataInputStream(in);
        // ok: deserialization
        d.readUTF();
    }

    void jwt(String t, Key key) throws Exception {
        JwtParser p = Jwts.parserBuilder().setSigningKey(key).build();
        // ok: jwt
        p.parseClaimsJws(t).getBody();
        // ok: jwt
        Jwts.parser().verifyWith((SecretKey) key).build().parseSignedClaims(t);
        // ok: jwt
        Jwts.builder().setSubject("x").signWith(key, SignatureAlgorithm.HS256).compact();
        // ok: hardcoded-secret
        SecretKey k = Keys.hmacShaKeyFor(secret.getBytes());
        // ok: hardcoded-secret
        SecretKey g = Keys.secretKeyFor(SignatureAlgorithm.HS256);
        // ok: hardcoded-secret
        Algorithm a = Algorithm.HMAC256(secret);
        // ok: jwt
        JWTVerifier ver = JWT.require(a).withIssuer("acme").build();
        // ok: jwt
        DecodedJWT dec = ver.verify(t);
        // ok: jwt
        dec.getClaim("role").asString();
    }

    // ok: authentication
    @Bean PasswordEncoder e1() { return new BCryptPasswordEncoder(); }
    // ok: authentication
    @Bean PasswordEncoder e2() { return new Argon2PasswordEncoder(16, 32, 1, 1 << 14, 2); }
    // ok: authentication
    @Bean PasswordEncoder e3() { return new BCryptPasswordEncoder(12, new SecureRandom()); }
    // ok: authentication
    @Bean PasswordEncoder e4() { return org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8(); }

    @Bean
    Object chain(HttpSecurity http) throws Exception {
        // ok: csrf
        http.csrf(c -> c.csrfTokenRepository(org.springframework.security.web.csrf.CookieCsrfTokenRepository.withHttpOnlyFalse()));
        // ok: authentication
        http.authorizeHttpRequests(a -> a.requestMatchers("/login", "/css/**").permitAll().anyRequest().authenticated());
        // ok: authentication
        http.sessionManagement(s -> s.sessionFixation().changeSessionId());
        // ok: misconfiguration
        http.headers(h -> h.frameOptions(f -> f.sameOrigin()).httpStrictTransportSecurity(x -> x.maxAgeInSeconds(31536000)));
        // ok: hardcoded-secret
        http.rememberMe(r -> r.key(secret).tokenValiditySeconds(86400));
        return http.build();
    }

    @Bean
    CorsConfigurationSource cors() {
        CorsConfiguration c = new CorsConfiguration();
        // ok: cors
        c.setAllowedOrigins(origins);
        // ok: cors
        c.setAllowedMethods(List.of("GET", "POST"));
        // ok: cors
        c.setAllowedHeaders(List.of("*"));
        // ok: cors
        c.setAllowCredentials(true);
        return null;
    }

    void tls(KeyStore ks) throws Exception {
        TrustManagerFactory tmf = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        tmf.init(ks);
        // ok: tls-verification
        SSLContext c = SSLContext.getInstance("TLSv1.2");
        // ok: tls-verification
        c.init(null, tmf.getTrustManagers(), null);
        // ok: tls-verification
        HttpsURLConnection u = (HttpsURLConnection) new URL("https://api.example.com").openConnection();
        // ok: tls-verification
        u.setHostnameVerifier((h, s) -> HttpsURLConnection.getDefaultHostnameVerifier().verify(h, s));
        // ok: tls-verification
        u.setSSLSocketFactory(c.getSocketFactory());
        // ok: tls-verification
        SSLSocket s = (SSLSocket) c.getSocketFactory().createSocket("h", 443);
        SSLParameters p = s.getSSLParameters();
        // ok: tls-verification
        p.setEndpointIdentificationAlgorithm("HTTPS");
    }

    byte[] crypto(SecretKey key, byte[] in, byte[] stored) throws Exception {
        KeyGenerator kg = KeyGenerator.getInstance("AES");
        // ok: authentication
        kg.init(256);
        byte[] iv = SecureRandom.getSeed(12);
        // ok: authentication
        Cipher c = Cipher.getInstance("AES/GCM/NoPadding");
        // ok: authentication
        c.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, Arrays.copyOf(stored, 12)));
        // ok: authentication
        Cipher r = Cipher.getInstance("RSA/ECB/OAEPPadding");
        // ok: weak-random
        SecureRandom rnd = SecureRandom.getInstance("NativePRNG");
        byte[] b = new byte[32];
        // ok: weak-random
        rnd.nextBytes(b);
        // ok: weak-random
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(b);
        // ok: weak-random
        String id = UUID.randomUUID().toString();
        // ok: weak-hash
        MessageDigest d = MessageDigest.getInstance("SHA3-256");
        return d.digest(in);
    }

    // ok: weak-random
    int dice() { return new java.util.Random().nextInt(6) + 1; }

    void files(HttpServletResponse resp) throws Exception {
        // ok: path-traversal
        new FileInputStream("/etc/app/config.yml");
        // ok: path-traversal
        getClass().getResourceAsStream("/templates/a.html");
        // ok: header-injection
        resp.setHeader("Content-Disposition", "attachment; filename=\"report.pdf\"");
        // ok: header-injection
        resp.setHeader("X-Frame-Options", "DENY");
        // ok: open-redirect
        resp.sendRedirect("/login");
        // ok: command-injection
        new ProcessBuilder("ls", "-l").start();
        // ok: code-injection
        Class.forName("org.h2.Driver");
        // ok: code-injection
        new javax.script.ScriptEngineManager().getEngineByName("js").eval("1+1");
        // ok: denial-of-service
        Thread.sleep(1000);
    }
}
