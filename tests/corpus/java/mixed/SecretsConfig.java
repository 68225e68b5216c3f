package bench;

import java.net.PasswordAuthentication;
import java.security.KeyStore;
import java.sql.DriverManager;
import java.util.*;
import javax.crypto.spec.SecretKeySpec;
import javax.mail.Authenticator;
import io.jsonwebtoken.*;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.amazonaws.auth.BasicAWSCredentials;
import org.apache.commons.net.ftp.FTPClient;
import com.jcraft.jsch.Session;
import com.zaxxer.hikari.HikariConfig;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jose.crypto.MACVerifier;
import org.springframework.beans.factory.annotation.Value;
import redis.clients.jedis.Jedis;

public class SecretsConfig {
    // ruleid: hardcoded-secret
    private static final String PASSWORD = "S3cur3P@ssw0rd!";
    // ruleid: hardcoded-secret
    private static final String API_KEY = "9f86d081884c7d659a2feaa0c55ad015";
    // ruleid: hardcoded-secret
    private String dbPassword = "q8Zr7Lm2Xw";
    // ok: hardcoded-secret
    private static final String PASSWORD_FIELD = "password";
    // ok: hardcoded-secret
    private static final String TOKEN_HEADER = "X-Auth-Token";
    // ok: hardcoded-secret
    private static final String PASSWORD_PROPERTY = "spring.datasource.password";
    // ok: hardcoded-secret
    @Value("${app.secret}") private String secret;
    // ok: hardcoded-secret
    private String passwordHint = "Enter your password";
    // ok: hardcoded-secret
    private static final String PW_EMPTY = "";
    // ok: hardcoded-secret
    private final String token = System.getenv("TOKEN");

    void connections(Session ssh, HikariConfig h, FTPClient ftp, Jedis jedis) throws Exception {
        // ruleid: hardcoded-secret
        DriverManager.getConnection("jdbc:mysql://db/x", "root", "pr0d-pass-77");
        // ok: hardcoded-secret
        DriverManager.getConnection("jdbc:mysql://db/x", "root", System.getenv("PW"));
        // ok: hardcoded-secret
        DriverManager.getConnection("jdbc:h2:mem:test", "sa", "");
        // ruleid: hardcoded-secret
        DriverManager.getConnection("jdbc:mysql://db/x?user=root&password=h4rdc0ded9");
        // ruleid: hardcoded-secret
        new PasswordAuthentication("user", "mailPass99!".toCharArray());
        // ok: hardcoded-secret
        new PasswordAuthentication("user", System.getenv("P").toCharArray());
        // ruleid: hardcoded-secret
        ssh.setPassword("r00t-Pw-2020");
        // ok: hardcoded-secret
        ssh.setPassword(System.getProperty("pw"));
        // ruleid: hardcoded-secret
        h.setPassword("hikari-Pw-31");
        // ruleid: hardcoded-secret
        ftp.login("user", "ftpP4ssword");
        // ok: hardcoded-secret
        ftp.login("anonymous", "me@example.com");
        // ruleid: hardcoded-secret
        jedis.auth("r3dis-pw-x1");
        // ruleid: hardcoded-secret
        new BasicAWSCredentials("AKIAQWERTYUIOPASDFGH", "abcdEFGHijklMNOPqrstUVWXyz0123456789+/AB");
        KeyStore ks = KeyStore.getInstance("JKS");
        // ruleid: hardcoded-secret
        ks.load(null, "changeit-9x".toCharArray());
        // ok: hardcoded-secret
        ks.load(null, System.getenv("KS").toCharArray());
        Properties p = new Properties();
        // ruleid: hardcoded-secret
        p.setProperty("password", "pr0p-Pass-5");
        // ok: hardcoded-secret
        p.put("user", "root");
        // ruleid: hardcoded-secret
        String pwd = "t0pSecret#1";
        check(pwd);
        // ruleid: hardcoded-secret
        if (pwd.equals("4dm1n-Master")) {
            return;
        }
        Map<String, String> conf = new HashMap<>();
        // ruleid: hardcoded-secret
        conf.put("apiKey", "7c4a8d09ca3762af61e59520943dc264");
        // ok: hardcoded-secret
        conf.put("timeout", "30");
    }

    void check(String s) {}

    void jwts(String t, java.security.Key key, String secretFromStore) throws Exception {
        // ruleid: jwt
        Jwts.builder().setSubject("a").compact();
        // ok: jwt
        Jwts.builder().setSubject("a").signWith(SignatureAlgorithm.HS256, key).compact();
        // ruleid: jwt
        Jwts.builder().setSubject("a").signWith(SignatureAlgorithm.HS256, "my-hard-coded-secret-1").compact();
        // ruleid: jwt
        Jwts.parser().setSigningKey(key).parse(t);
        // ok: jwt
        Jwts.parser().setSigningKey(key).parseClaimsJws(t);
        // ruleid: jwt
        Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJwt(t);
        // ruleid: jwt
        JWT.require(Algorithm.none()).build();
        // ruleid: jwt
        JWT.create().withSubject("a").sign(Algorithm.none());
        // ruleid: jwt
        JWT.create().sign(Algorithm.HMAC256("hard-coded-key-0"));
        // ok: hardcoded-secret
        JWT.create().sign(Algorithm.HMAC256(secretFromStore));
        // ok: jwt
        JWT.require(Algorithm.HMAC256(secretFromStore)).build().verify(t);
        // todoruleid: jwt
        JWT.decode(t).getSubject();
        // ruleid: jwt
        new PlainJWT(null);
        // ruleid: jwt
        PlainJWT.parse(t);
        // ok: jwt
        SignedJWT s = SignedJWT.parse(t);
        s.verify(new MACVerifier(System.getenv("K")));
        // ruleid: jwt
        Jwts.parser().setSigningKey("literal-signing-key").parseClaimsJws(t);
    }

    Authenticator auth() {
        return new Authenticator() {
            protected javax.mail.PasswordAuthentication getPasswordAuthentication() {
                // ruleid: hardcoded-secret
                return new javax.mail.PasswordAuthentication("a@example.com", "gm41l-Pass!");
            }
        };
    }
}
