package shop;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.*;
import java.security.cert.X509Certificate;
import java.util.*;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.*;
import javax.crypto.spec.*;
import javax.net.ssl.*;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

public class ShopCrypto {
    // ruleid: hardcoded-secret
    private static final String DB_PASSWORD = "Winter2024!prod";
    // ok: hardcoded-secret
    private static final String PASSWORD_PROPERTY = "spring.datasource.password";
    // ok: hardcoded-secret
    private final String apiKey = System.getenv("API_KEY");
    // ok: weak-random
    private static final SecureRandom RNG = new SecureRandom();

    byte[] hashPassword(String password) throws GeneralSecurityException {
        // ruleid: authentication
        return MessageDigest.getInstance("MD5").digest(password.getBytes(StandardCharsets.UTF_8));
    }

    byte[] hashPassword1(String password) throws GeneralSecurityException {
        // ruleid: weak-hash
        MessageDigest md = MessageDigest.getInstance("SHA-1");
        md.update(password.getBytes(StandardCharsets.UTF_8));
        return md.digest();
    }

    byte[] sum(byte[] data) throws GeneralSecurityException {
        // ok: authentication
        return MessageDigest.getInstance("SHA-256").digest(data);
    }

    byte[] pbk(char[] password, byte[] salt) throws GeneralSecurityException {
        KeySpec(password, salt);
        // ok: authentication
        PBEKeySpec spec = new PBEKeySpec(password, salt, 600000, 256);
        // ok: authentication
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    }

    private void KeySpec(char[] p, byte[] s) { }

    PasswordEncoder enc() {
        // ok: authentication
        return new BCryptPasswordEncoder(12);
    }

    PasswordEncoder encBad() {
        // ruleid: weak-hash
        return NoOpPasswordEncoder.getInstance();
    }

    Cipher des(SecretKey k) throws GeneralSecurityException {
        // ruleid: weak-crypto
        Cipher c = Cipher.getInstance("DES/CBC/PKCS5Padding");
        c.init(Cipher.ENCRYPT_MODE, k);
        return c;
    }

    Cipher ecb(SecretKey k) throws GeneralSecurityException {
        String mode = "AES/ECB/PKCS5Padding";
        // ruleid: weak-crypto
        Cipher c = Cipher.getInstance(mode);
        c.init(Cipher.ENCRYPT_MODE, k);
        return c;
    }

    Cipher gcm(SecretKey k) throws GeneralSecurityException {
        byte[] iv = new byte[12];
        // ok: weak-random
        RNG.nextBytes(iv);
        // ok: authentication
        Cipher c = Cipher.getInstance("AES/GCM/NoPadding");
        // ok: authentication
        c.init(Cipher.ENCRYPT_MODE, k, new GCMParameterSpec(128, iv));
        return c;
    }

    IvParameterSpec iv() {
        // ruleid: weak-crypto
        return new IvParameterSpec("abcdefghijklmnop".getBytes(StandardCharsets.UTF_8));
    }

    SecretKeySpec key() {
        // ruleid: hardcoded-secret
        return new SecretKeySpec("0123456789abcdef".getBytes(StandardCharsets.UTF_8), "AES");
    }

    SecretKey keyOk() throws GeneralSecurityException {
        // ok: authentication
        KeyGenerator g = KeyGenerator.getInstance("AES");
        g.init(256);
        return g.generateKey();
    }

    KeyPair rsa() throws GeneralSecurityException {
        KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");
        // ruleid: weak-crypto
        g.initialize(1024);
        return g.generateKeyPair();
    }

    KeyPair rsaOk() throws GeneralSecurityException {
        KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");
        // ok: authentication
        g.initialize(3072);
        return g.generateKeyPair();
    }

    String resetToken() {
        // ruleid: weak-random
        return Long.toHexString(new Random().nextLong());
    }

    String resetTokenOk() {
        byte[] b = new byte[24];
        // ok: weak-random
        RNG.nextBytes(b);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(b);
    }

    String sessionId() {
        // ruleid: weak-random
        String sessionToken = "s" + Math.random();
        return sessionToken;
    }

    int jitter() {
        // ok: weak-random
        return ThreadLocalRandom.current().nextInt(50);
    }

    String sign(String sub) {
        // ruleid: jwt
        return Jwts.builder().setSubject(sub).signWith(SignatureAlgorithm.HS256, "c2VjcmV0LXNpZ25pbmcta2V5").compact();
    }

    String signOk(String sub) {
        // ok: jwt
        return JWT.create().withSubject(sub).sign(Algorithm.HMAC256(System.getenv("JWT_KEY")));
    }

    String signNone(String sub) {
        // ruleid: jwt
        return JWT.create().withSubject(sub).sign(Algorithm.none());
    }

    DecodedJWT verify(String t) {
        // ok: jwt
        return JWT.require(Algorithm.HMAC256(apiKey)).withIssuer("shop").build().verify(t);
    }

    Object parseUnsigned(String t, Key k) {
        // ruleid: jwt
        return Jwts.parser().setSigningKey(k).parse(t).getBody();
    }

    HostnameVerifier all() {
        // ruleid: tls-verification
        return (host, session) -> true;
    }

    TrustManager[] trustAll() {
        return new TrustManager[] { new X509TrustManager() {
            public void checkClientTrusted(X509Certificate[] c, String a) { }
            // ruleid: tls-verification
            public void checkServerTrusted(X509Certificate[] c, String a) { }
            public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
        } };
    }

    SSLContext ctx() throws GeneralSecurityException {
        // ruleid: tls-verification
        return SSLContext.getInstance("SSLv3");
    }

    SSLContext ctxOk() throws GeneralSecurityException {
        // ok: tls-verification
        return SSLContext.getInstance("TLSv1.3");
    }

    boolean same(byte[] a, byte[] b) {
        // ok: timing
        return MessageDigest.isEqual(a, b);
    }
}
