package a;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.nio.file.attribute.*;
import java.security.*;
import java.security.cert.X509Certificate;
import java.util.*;
import javax.crypto.*;
import javax.crypto.spec.*;
import javax.net.ssl.*;
import javax.servlet.http.*;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.*;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.*;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.*;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;

public class ManySettings {
    private static final Logger log = LoggerFactory.getLogger(ManySettings.class);
    // ruleid: hardcoded-secret
    private static final String DB_PASSWORD = "Tr0ub4dor&3";
    // ok: hardcoded-secret
    private static final String PASSWORD_KEY = "password";
    // ruleid: hardcoded-secret
    private String apiToken = "ghp_012345678901234567890123456789abcdef";
    // ok: hardcoded-secret
    private String secretKey = System.getenv("SECRET_KEY");

    void hard(Connection0 c) throws Exception {
        // ruleid: hardcoded-secret
        java.sql.DriverManager.getConnection("jdbc:mysql://localhost/test", "root", "s3cretPw!");
        // ok: hardcoded-secret
        java.sql.DriverManager.getConnection("jdbc:mysql://localhost/test", System.getenv("U"), System.getenv("P"));
        // ruleid: hardcoded-secret
        new SecretKeySpec("0123456789abcdef".getBytes(), "AES");
        // ruleid: hardcoded-secret
        new PasswordAuthentication("admin", "hunter2pass".toCharArray());
        byte[] k = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        // ruleid: hardcoded-secret
        new SecretKeySpec(k, "AES");
        // ruleid: hardcoded-secret
        KeyStore.getInstance("JKS").load(null, "changeit1".toCharArray());
        // ruleid: hardcoded-secret
        new PBEKeySpec("fixedPassword".toCharArray());
        // ruleid: jwt
        Algorithm.HMAC256("my-signing-secret");
        // ok: hardcoded-secret
        Algorithm.HMAC256(System.getenv("JWT_SECRET"));
        // ruleid: jwt
        Jwts.builder().signWith(SignatureAlgorithm.HS256, "secretsecret").compact();
    }

    void jwt(String t, Key k) {
        // ruleid: jwt
        Jwts.parser().setSigningKey(k).parse(t);
        // ok: jwt
        Jwts.parser().setSigningKey(k).parseClaimsJws(t);
        JWT.decode(t);
        // ruleid: jwt
        JWT.require(Algorithm.none()).build().verify(t);
        // ruleid: jwt
        JWT.create().sign(Algorithm.none());
    }

    void tls() throws Exception {
        TrustManager[] trustAll = new TrustManager[] { new X509TrustManager() {
            // ruleid: tls-verification
            public void checkClientTrusted(X509Certificate[] c, String a) { }
            // ruleid: tls-verification
            public void checkServerTrusted(X509Certificate[] c, String a) { }
            public X509Certificate[] getAcceptedIssuers() { return null; }
        } };
        // ruleid: tls-verification
        SSLContext sc = SSLContext.getInstance("SSL");
        sc.init(null, trustAll, new SecureRandom());
        // ruleid: tls-verification
        SSLContext.getInstance("TLSv1");
        // ok: tls-verification
        SSLContext.getInstance("TLSv1.2");
        // ruleid: tls-verification
        HttpsURLConnection.setDefaultHostnameVerifier((h, s) -> true);
        HttpsURLConnection.setDefaultHostnameVerifier(new HostnameVerifier() {
            // ruleid: tls-verification
            @Override public boolean verify(String h, SSLSession s) { return true; }
        });
        new HostnameVerifier() {
            // ok: tls-verification
            public boolean verify(String h, SSLSession s) { return h.equals("a.example.com"); }
        };
        // ruleid: tls-verification
        org.apache.http.conn.ssl.SSLConnectionSocketFactory f = new org.apache.http.conn.ssl.SSLConnectionSocketFactory(sc, org.apache.http.conn.ssl.NoopHostnameVerifier.INSTANCE);
        // ruleid: tls-verification
        ((SSLSocket) null).setEnabledProtocols(new String[] {"SSLv3"});
        // ok: tls-verification
        ((SSLSocket) null).setEnabledProtocols(new String[] {"TLSv1.3"});
        // ruleid: tls-verification
        new org.apache.commons.mail.SimpleEmail().setSSLCheckServerIdentity(false);
        Properties p = new Properties();
        // ruleid: tls-verification
        p.put("mail.smtp.ssl.checkserveridentity", "false");
    }

    void crypto(byte[] key, byte[] iv) throws Exception {
        // ruleid: weak-crypto
        Cipher.getInstance("DES");
        // ruleid: weak-crypto
        Cipher.getInstance("AES");
        // ruleid: weak-crypto
        Cipher.getInstance("RC4");
        // ruleid: weak-crypto
        Cipher.getInstance("Blowfish");
        // ruleid: weak-crypto
        Cipher.getInstance("RSA/ECB/NoPadding");
        // ruleid: weak-crypto
        Cipher.getInstance("RSA/ECB/PKCS1Padding");
        // ok: weak-crypto
        Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        // ruleid: weak-crypto
        Cipher.getInstance("AES/CBC/PKCS5Padding");
        // ruleid: weak-crypto
        new NullCipher();
        KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");
        // ruleid: weak-crypto
        g.initialize(1024);
        // ok: weak-crypto
        g.initialize(4096);
        // ruleid: weak-crypto
        new IvParameterSpec(new byte[16]);
        // ruleid: weak-crypto
        new IvParameterSpec("1234567890123456".getBytes());
        // ok: weak-crypto
        new IvParameterSpec(iv);
        KeyGenerator kg = KeyGenerator.getInstance("AES");
        // ruleid: weak-crypto
        kg.init(64);
        // ruleid: weak-hash
        MessageDigest.getInstance("MD2");
        // ruleid: weak-hash
        MessageDigest.getInstance("SHA-1");
        // ok: weak-hash
        MessageDigest.getInstance("SHA-256");
        // ruleid: weak-hash
        org.apache.commons.codec.digest.DigestUtils.md5Hex("x");
        // ok: weak-hash
        org.apache.commons.codec.digest.DigestUtils.sha256Hex("x");
        // ruleid: weak-hash
        Mac.getInstance("HmacMD5");
        // ok: weak-hash
        Mac.getInstance("HmacSHA256");
        // ruleid: weak-hash
        NoOpPasswordEncoder.getInstance();
        // ruleid: weak-crypto
        new PBEParameterSpec(new byte[8], 10);
        SecureRandom r = new SecureRandom();
        // ruleid: weak-random
        r.setSeed(12345L);
        // ruleid: weak-random
        new SecureRandom("seed".getBytes());
        // ruleid: weak-random
        String sessionToken = "" + new Random().nextLong();
        // ok: weak-random
        int dice = new Random().nextInt(6) + 1;
        // ruleid: weak-random
        String resetToken = org.apache.commons.lang3.RandomStringUtils.randomAlphanumeric(20);
        // ok: weak-random
        UUID.randomUUID();
    }

    void files() throws Exception {
        File f = new File("/srv/a");
        // ruleid: file-permissions
        f.setWritable(true, false);
        // ok: file-permissions
        f.setReadable(true, true);
        // ruleid: file-permissions
        Files.setPosixFilePermissions(f.toPath(), PosixFilePermissions.fromString("rwxrwxrwx"));
        // ok: file-permissions
        Files.setPosixFilePermissions(f.toPath(), PosixFilePermissions.fromString("rw-------"));
        Set<PosixFilePermission> ps = new HashSet<>();
        // ruleid: file-permissions
        ps.add(PosixFilePermission.OTHERS_WRITE);
        // ok: file-permissions
        ps.add(PosixFilePermission.OWNER_READ);
        // ruleid: file-permissions
        Runtime.getRuntime().exec("chmod 777 /srv/a");
        File t = new File(System.getProperty("java.io.tmpdir"), "my.txt");
        // ruleid: insecure-tempfile
        t.createNewFile();
        File.createTempFile("a", "b");
        // ok: insecure-tempfile
        Files.createTempFile("a", "b");
        // ruleid: insecure-tempfile
        com.google.common.io.Files.createTempDir();
        // ruleid: insecure-tempfile
        new FileWriter("/tmp/app.log");
    }

    void cookies(HttpServletRequest request, HttpServletResponse response, String v) {
        Cookie c = new Cookie("JSESSIONID", v);
        // ruleid: insecure-cookie
        response.addCookie(c);
        Cookie d = new Cookie("session", v);
        d.setSecure(true);
        d.setHttpOnly(true);
        // ok: insecure-cookie
        response.addCookie(d);
        Cookie e = new Cookie("session", v);
        // ruleid: insecure-cookie
        e.setSecure(false);
        e.setHttpOnly(true);
        response.addCookie(e);
        Cookie g = new Cookie("session", v);
        // ruleid: insecure-cookie
        g.setHttpOnly(false);
        g.setSecure(true);
        response.addCookie(g);
        Cookie x = new Cookie("session", "");
        x.setMaxAge(0);
        // ok: insecure-cookie
        response.addCookie(x);
        // ruleid: insecure-cookie
        org.springframework.http.ResponseCookie.from("session", v).httpOnly(false).secure(true).build();
        // ok: insecure-cookie
        org.springframework.http.ResponseCookie.from("session", v).httpOnly(true).secure(true).build();
        // ruleid: insecure-cookie
        new javax.ws.rs.core.NewCookie("session", v);
    }

    void cors(HttpServletRequest request, HttpServletResponse response, CorsRegistry reg) {
        // ruleid: cors
        response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
        // ruleid: cors
        response.addHeader("Access-Control-Allow-Origin", "*");
        // ok: cors
        response.setHeader("Access-Control-Allow-Origin", "https://a.example.com");
        CorsConfiguration c = new CorsConfiguration();
        // ruleid: cors
        c.addAllowedOrigin("*");
        // ruleid: cors
        c.setAllowedOrigins(Arrays.asList("*"));
        // ok: cors
        c.setAllowedOrigins(List.of("https://a.example.com"));
        // ruleid: cors
        c.addAllowedOriginPattern("*");
        // ruleid: cors
        reg.addMapping("/**").allowedOrigins("*");
        // ok: cors
        reg.addMapping("/**").allowedOrigins("https://a.example.com");
        String o = request.getHeader("Origin");
        if (Set.of("https://a.example.com").contains(o)) {
            // ok: cors
            response.setHeader("Access-Control-Allow-Origin", o);
        }
    }

    // ruleid: cors
    @CrossOrigin(origins = "*")
    @GetMapping("/x")
    public String x() { return "x"; }

    // ok: cors
    @CrossOrigin(origins = "https://a.example.com")
    @GetMapping("/y")
    public String y() { return "x"; }

    // ruleid: csrf
    @RequestMapping("/del")
    public void del(@RequestParam String id) { }

    // ok: csrf
    @RequestMapping(value = "/del2", method = RequestMethod.POST)
    public void del2(@RequestParam String id) { }

    static class Sec extends WebSecurityConfigurerAdapter {
        protected void configure(HttpSecurity http) throws Exception {
            // ruleid: csrf
            http.csrf().disable();
            // ruleid: misconfiguration
            http.headers().frameOptions().disable();
            // ruleid: authentication
            http.sessionManagement().sessionFixation().none();
            // ruleid: authentication
            http.authorizeRequests().antMatchers("/actuator/**").permitAll();
            // ok: authentication
            http.authorizeRequests().anyRequest().authenticated();
        }
    }

    static class Sec2 {
        @Bean
        Object chain(HttpSecurity http) throws Exception {
            // ruleid: csrf
            http.csrf(c -> c.disable());
            // ruleid: authentication
            http.authorizeHttpRequests(a -> a.anyRequest().permitAll());
            // ok: cors
            http.cors(org.springframework.security.config.Customizer.withDefaults());
            return http.build();
        }
    }

    void login(HttpServletRequest request, String user, String password) {
        if (check(user, password)) {
            // ruleid: authentication
            request.getSession(true).setAttribute("user", user);
        }
    }

    void login2(HttpServletRequest request, String user, String password) {
        if (check(user, password)) {
            request.getSession().invalidate();
            // ok: authentication
            request.getSession(true).setAttribute("user", user);
        }
    }

    void login3(HttpServletRequest request, String user, String password) {
        if (check(user, password)) {
            request.changeSessionId();
            // ok: authentication
            request.getSession().setAttribute("user", user);
        }
    }

    boolean check(String u, String p) { return u.equals(p); }

    void expo(String password, HttpServletResponse response, Exception ex) throws Exception {
        // ruleid: data-exposure
        log.info("password: " + password);
        // ruleid: data-exposure
        log.debug("Login with {}", password);
        // ok: data-exposure
        log.info("user logged in");
        // ruleid: data-exposure
        ex.printStackTrace(response.getWriter());
        // ruleid: data-exposure
        response.getWriter().write(ex.getMessage());
        // ok: data-exposure
        response.sendError(500, "error");
        URL u = new URL("http://example.com/api");
        HttpURLConnection c = (HttpURLConnection) u.openConnection();
        c.setRequestProperty("Authorization", "Basic " + password);
        // ruleid: authentication
        request0.getSession().setMaxInactiveInterval(-1);
    }

    boolean sig(byte[] a, byte[] mac, String token, String expectedToken) {
        // ruleid: timing
        if (Arrays.equals(a, mac)) return true;
        if (token.equals(expectedToken)) return true;
        // ok: authentication
        return MessageDigest.isEqual(a, mac);
    }
}
