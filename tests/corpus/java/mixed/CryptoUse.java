package bench;

import java.nio.charset.StandardCharsets;
import java.security.*;
import java.security.spec.*;
import java.util.*;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.*;
import javax.crypto.spec.*;
import javax.net.ssl.SSLContext;
import com.google.common.hash.Hashing;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.lang3.RandomStringUtils;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.*;
import javax.servlet.http.*;

public class CryptoUse {
    private static final byte[] KEY = "0123456789abcdef".getBytes();
    private final Random random = new Random();

    void ciphers(SecretKey key, byte[] data) throws Exception {
        // ruleid: weak-crypto
        Cipher.getInstance("DES");
        // ruleid: weak-crypto
        Cipher.getInstance("DES/CBC/PKCS5Padding");
        // ruleid: weak-crypto
        Cipher.getInstance("DESede/ECB/PKCS5Padding");
        // ruleid: weak-crypto
        Cipher.getInstance("AES");
        // ruleid: weak-crypto
        Cipher.getInstance("AES/ECB/PKCS5Padding");
        // ruleid: weak-crypto
        Cipher.getInstance("AES/ECB/NoPadding", "SunJCE");
        // ok: weak-crypto
        Cipher.getInstance("AES/GCM/NoPadding");
        // ruleid: weak-crypto
        Cipher.getInstance("RC4");
        // ruleid: weak-crypto
        Cipher.getInstance("ARCFOUR");
        // ruleid: weak-crypto
        Cipher.getInstance("Blowfish");
        // ruleid: weak-crypto
        Cipher.getInstance("RC2");
        // ruleid: weak-crypto
        Cipher.getInstance("RSA/ECB/PKCS1Padding");
        // ruleid: weak-crypto
        Cipher.getInstance("RSA/NONE/NoPadding");
        // ok: weak-crypto
        Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        // ok: weak-crypto
        Cipher.getInstance("ChaCha20-Poly1305");
        // ok: weak-crypto
        Cipher.getInstance("AES/CTR/NoPadding");
        String alg = "DES";
        // ruleid: weak-crypto
        Cipher.getInstance(alg);
        String mode = "AES" + "/ECB/" + "PKCS5Padding";
        // ruleid: weak-crypto
        Cipher.getInstance(mode);
        // ruleid: weak-crypto
        new NullCipher();
        // ruleid: weak-crypto
        KeyGenerator.getInstance("DES");
        // ok: weak-crypto
        KeyGenerator.getInstance("AES");
        // ruleid: weak-crypto
        SecretKeyFactory.getInstance("DES");
        // ok: weak-crypto
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
        // ruleid: weak-crypto
        new DESKeySpec(data);
        // ok: weak-crypto
        Cipher.getInstance(System.getProperty("alg", "AES/GCM/NoPadding"));
        // ruleid: weak-crypto
        Cipher.getInstance("PBEWithMD5AndDES");
    }

    void ivs(SecretKey key, byte[] data) throws Exception {
        // ruleid: weak-crypto
        new IvParameterSpec(new byte[16]);
        // ruleid: weak-crypto
        new IvParameterSpec("1234567890123456".getBytes());
        byte[] fixed = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        // ruleid: weak-crypto
        new IvParameterSpec(fixed);
        // ruleid: weak-crypto
        new GCMParameterSpec(128, fixed);
        byte[] iv = new byte[12];
        new SecureRandom().nextBytes(iv);
        // ok: weak-crypto
        new GCMParameterSpec(128, iv);
        byte[] iv2 = new byte[16];
        SecureRandom sr = SecureRandom.getInstanceStrong();
        sr.nextBytes(iv2);
        // ok: weak-crypto
        new IvParameterSpec(iv2);
        byte[] iv3 = Arrays.copyOfRange(data, 0, 16);
        // ok: weak-crypto
        new IvParameterSpec(iv3);
        // ruleid: hardcoded-secret
        new SecretKeySpec("mySecretKey12345".getBytes(), "AES");
        // ruleid: hardcoded-secret
        new SecretKeySpec(KEY, "AES");
        // ok: hardcoded-secret
        new SecretKeySpec(System.getenv("KEY").getBytes(), "AES");
        // ok: hardcoded-secret
        new SecretKeySpec(data, "AES");
        // ruleid: hardcoded-secret
        new PBEKeySpec("passphrase".toCharArray());
        // ruleid: weak-crypto
        new PBEKeySpec(read(), data, 100, 256);
        // ok: weak-crypto
        new PBEKeySpec(read(), data, 310000, 256);
        // ruleid: weak-crypto
        new PBEKeySpec(read(), "salt".getBytes(), 310000, 256);
    }

    private char[] read() { return System.console().readPassword(); }

    void keys() throws Exception {
        KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");
        // ruleid: weak-crypto
        g.initialize(1024);
        KeyPairGenerator h = KeyPairGenerator.getInstance("RSA");
        // ok: weak-crypto
        h.initialize(2048);
        KeyPairGenerator d = KeyPairGenerator.getInstance("DSA");
        // ruleid: weak-crypto
        d.initialize(512, new SecureRandom());
        KeyGenerator kg = KeyGenerator.getInstance("AES");
        // ruleid: weak-crypto
        kg.init(64);
        // ok: weak-crypto
        kg.init(256);
        KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
        // ruleid: weak-crypto
        ec.initialize(new ECGenParameterSpec("secp112r1"));
        // ok: weak-crypto
        ec.initialize(new ECGenParameterSpec("secp256r1"));
        // ruleid: weak-crypto
        new RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F4);
        KeyPairGenerator e2 = KeyPairGenerator.getInstance("EC");
        // ruleid: weak-crypto
        e2.initialize(160);
    }

    void digests(String password, byte[] data) throws Exception {
        // ruleid: weak-hash
        MessageDigest.getInstance("MD5");
        // ruleid: weak-hash
        MessageDigest.getInstance("SHA-1");
        // ruleid: weak-hash
        MessageDigest.getInstance("SHA1");
        // ruleid: weak-hash
        MessageDigest.getInstance("MD2", "SUN");
        // ok: weak-hash
        MessageDigest.getInstance("SHA-256");
        // ok: weak-hash
        MessageDigest.getInstance("SHA-512");
        // ruleid: weak-hash
        DigestUtils.md5Hex(password);
        // ruleid: weak-hash
        DigestUtils.sha1Hex(password);
        // ok: weak-hash
        DigestUtils.sha256Hex(data);
        // ruleid: weak-hash
        DigestUtils.getMd5Digest();
        // ruleid: weak-hash
        Hashing.md5().hashBytes(data);
        // ruleid: weak-hash
        Hashing.sha1().hashString(password, StandardCharsets.UTF_8);
        // ok: weak-hash
        Hashing.sha256().hashBytes(data);
        // ruleid: weak-hash
        Mac.getInstance("HmacMD5");
        // ok: weak-hash
        Mac.getInstance("HmacSHA256");
        // ruleid: weak-hash
        Signature.getInstance("SHA1withRSA");
        // ruleid: weak-hash
        Signature.getInstance("MD5withRSA");
        // ok: weak-hash
        Signature.getInstance("SHA256withRSA");
        // ok: weak-hash
        MessageDigest md = MessageDigest.getInstance("SHA-256");
        md.update(password.getBytes());
        // ok: weak-hash
        new BCryptPasswordEncoder();
        // ruleid: weak-hash
        new BCryptPasswordEncoder(4);
        // ruleid: weak-hash
        NoOpPasswordEncoder.getInstance();
        // ruleid: weak-hash
        new StandardPasswordEncoder();
        // ruleid: weak-hash
        new MessageDigestPasswordEncoder("MD5");
        // ok: weak-hash
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1");
        // ruleid: weak-hash
        org.springframework.util.DigestUtils.md5DigestAsHex(data);
    }

    void randoms(HttpServletResponse resp) {
        // ruleid: weak-random
        String sessionId = Long.toHexString(random.nextLong());
        resp.addHeader("X-S", sessionId);
        // ruleid: weak-random
        int token = new Random().nextInt();
        // ruleid: weak-random
        String rememberMeKey = Double.toString(Math.random()).substring(2);
        Cookie c = new Cookie("rememberMe", rememberMeKey);
        c.setSecure(true);
        c.setHttpOnly(true);
        resp.addCookie(c);
        // ruleid: weak-random
        String password = RandomStringUtils.randomAlphanumeric(12);
        byte[] salt = new byte[16];
        // ruleid: weak-random
        new Random().nextBytes(salt);
        byte[] salt2 = new byte[16];
        // ok: weak-random
        new SecureRandom().nextBytes(salt2);
        // ok: weak-random
        int jitter = random.nextInt(100);
        double x = Math.random() * 10;
        // ruleid: weak-random
        int otp = ThreadLocalRandom.current().nextInt(100000, 999999);
        // ruleid: weak-random
        SecureRandom seeded = new SecureRandom("fixed".getBytes());
        SecureRandom s2 = new SecureRandom();
        // ruleid: weak-random
        s2.setSeed(12345L);
        // ok: weak-random
        SecureRandom s3 = new SecureRandom();
        // ok: weak-random
        String secureToken = Long.toHexString(s3.nextLong());
        // ok: weak-random
        Collections.shuffle(new ArrayList<>(), random);
        // ruleid: weak-random
        String csrfToken = "" + random.nextInt();
        // ok: weak-random
        String uuid = UUID.randomUUID().toString();
    }

    void contexts() throws Exception {
        // ruleid: tls-verification
        SSLContext.getInstance("SSL");
        // ruleid: tls-verification
        SSLContext.getInstance("SSLv3");
        // ruleid: tls-verification
        SSLContext.getInstance("TLSv1");
        // ruleid: tls-verification
        SSLContext.getInstance("TLSv1.1");
        // ok: tls-verification
        SSLContext.getInstance("TLSv1.2");
        // ok: tls-verification
        SSLContext.getInstance("TLS");
    }
}
