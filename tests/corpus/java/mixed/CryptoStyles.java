package bench;

import java.nio.charset.StandardCharsets;
import java.security.*;
import java.security.cert.X509Certificate;
import java.security.spec.*;
import java.util.*;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.*;
import javax.crypto.spec.*;
import javax.net.ssl.*;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.lang3.*;
import com.google.common.hash.Hashing;
import okhttp3.OkHttpClient;
import org.apache.http.conn.ssl.*;
import org.apache.http.impl.client.*;
import org.apache.http.ssl.SSLContextBuilder;
import org.springframework.security.crypto.password.*;
import org.springframework.security.crypto.bcrypt.*;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

public class CryptoStyles {
    void ciphers(SecretKey k, byte[] iv, byte[] data) throws Exception {
        // ruleid: weak-crypto
        Cipher.getInstance("DES");
        // ruleid: weak-crypto
        Cipher.getInstance("DESede/CBC/PKCS5Padding");
        // ruleid: weak-crypto
        Cipher.getInstance("RC4");
        // ruleid: weak-crypto
        Cipher.getInstance("Blowfish");
        // ruleid: weak-crypto
        Cipher.getInstance("AES");
        // ruleid: weak-crypto
        Cipher.getInstance("AES/ECB/PKCS5Padding");
        // ruleid: weak-crypto
        Cipher.getInstance("AES/ECB/NoPadding", "BC");
        // ruleid: weak-crypto
        Cipher.getInstance("RSA/ECB/PKCS1Padding");
        // ruleid: weak-crypto
        Cipher.getInstance("RSA/ECB/NoPadding");
        // ruleid: weak-crypto
        Cipher.getInstance("RSA");
        // ok: authentication
        Cipher.getInstance("AES/GCM/NoPadding");
        // ok: authentication
        Cipher.getInstance("ChaCha20-Poly1305");
        // ok: authentication
        Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        // ruleid: weak-crypto
        javax.crypto.Cipher.getInstance("DES/ECB/PKCS5Padding");
        String alg = "DES";
        // ruleid: weak-crypto
        Cipher.getInstance(alg);
        Cipher c = Cipher.getInstance("AES/CBC/PKCS5Padding");
        // ruleid: weak-crypto
        c.init(Cipher.ENCRYPT_MODE, k, new IvParameterSpec(new byte[16]));
        // ruleid: weak-crypto
        c.init(Cipher.ENCRYPT_MODE, k, new IvParameterSpec("0123456789abcdef".getBytes()));
        byte[] zero = new byte[16];
        // ruleid: weak-crypto
        c.init(Cipher.ENCRYPT_MODE, k, new IvParameterSpec(zero));
        byte[] rnd = new byte[16];
        new SecureRandom().nextBytes(rnd);
        // ok: authentication
        c.init(Cipher.ENCRYPT_MODE, k, new IvParameterSpec(rnd));
        // ok: authentication
        c.init(Cipher.DECRYPT_MODE, k, new IvParameterSpec(iv));
        // ruleid: weak-crypto
        new GCMParameterSpec(128, new byte[12]);
        // ruleid: weak-crypto
        new GCMParameterSpec(64, iv);
        // ok: authentication
        new GCMParameterSpec(128, iv);
        // ruleid: weak-crypto
        new NullCipher();
        // ruleid: hardcoded-secret
        new SecretKeySpec("secretkey1234567".getBytes(), "AES");
        // ruleid: hardcoded-secret
        new SecretKeySpec("secretkey1234567".getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        byte[] key = "secretkey1234567".getBytes();
        // ruleid: hardcoded-secret
        new SecretKeySpec(key, "AES");
        // ruleid: hardcoded-secret
        new SecretKeySpec(new byte[] {1, 2, 3, 4}, "AES");
        // ok: hardcoded-secret
        new SecretKeySpec(data, "AES");
        // ruleid: weak-crypto
        new DESKeySpec("12345678".getBytes());
        // ok: authentication
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1");
        // ruleid: weak-hash
        SecretKeyFactory.getInstance("PBEWithMD5AndDES");
        // ruleid: weak-crypto
        SecretKeyFactory.getInstance("DES");
        // ok: authentication
        KeyGenerator kg = KeyGenerator.getInstance("AES");
        // ok: authentication
        kg.init(128);
        // ruleid: weak-crypto
        kg.init(56);
        // ruleid: weak-crypto
        KeyGenerator.getInstance("DES");
        // ruleid: weak-crypto
        KeyGenerator.getInstance("Blowfish");
        KeyPairGenerator kpg = KeyPairGenerator.getInstance("RSA");
        // ruleid: weak-crypto
        kpg.initialize(1024);
        // ok: authentication
        kpg.initialize(2048);
        // ruleid: weak-crypto
        kpg.initialize(512, new SecureRandom());
        // ruleid: weak-crypto
        kpg.initialize(new RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F4));
        KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
        // ok: authentication
        ec.initialize(new ECGenParameterSpec("secp256r1"));
        // ruleid: weak-crypto
        ec.initialize(new ECGenParameterSpec("secp112r1"));
        // ok: authentication
        ec.initialize(256);
        // ruleid: weak-crypto
        new PBEKeySpec("x".toCharArray(), data, 100, 256);
        // ok: authentication
        new PBEKeySpec(null, data, 310000, 256);
        // ruleid: weak-crypto
        new PBEKeySpec(pw(), "salt".getBytes(), 310000, 256);
        // ruleid: weak-crypto
        new PBEParameterSpec("salt1234".getBytes(), 20);
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
    }

    char[] pw() { return null; }

    void hashes(String p, byte[] d) throws Exception {
        // ruleid: weak-hash
        MessageDigest.getInstance("MD5");
        // ruleid: weak-hash
        MessageDigest.getInstance("SHA1");
        // ruleid: weak-hash
        MessageDigest.getInstance("SHA-1", "SUN");
        // ruleid: weak-hash
        MessageDigest.getInstance("MD2");
        // ok: weak-hash
        MessageDigest.getInstance("SHA-256");
        // ruleid: weak-hash
        java.security.MessageDigest.getInstance("md5");
        // ruleid: weak-hash
        DigestUtils.md5Hex(p);
        // ruleid: weak-hash
        DigestUtils.sha1Hex(p);
        // ruleid: weak-hash
        DigestUtils.md5(d);
        // ok: weak-hash
        DigestUtils.sha256Hex(p);
        // ruleid: weak-hash
        DigestUtils.getMd5Digest();
        // ruleid: weak-hash
        Hashing.md5().hashBytes(d);
        // ruleid: weak-hash
        Hashing.sha1().hashBytes(d);
        // ok: weak-hash
        Hashing.sha256().hashBytes(d);
        // ruleid: weak-hash
        org.springframework.util.DigestUtils.md5DigestAsHex(d);
        // ok: weak-hash
        MessageDigest.getInstance("SHA-256").digest(p.getBytes());
        // ruleid: weak-hash
        new DigestUtils("MD5");
        // ruleid: authentication
        byte[] pwHash = MessageDigest.getInstance("SHA-256").digest(password().getBytes());
    }

    String password() { return null; }

    void random() throws Exception {
        // ruleid: weak-random
        String token = Long.toHexString(new Random().nextLong());
        // ruleid: weak-random
        int otp = new Random().nextInt(999999);
        // ruleid: weak-random
        String sessionId = RandomStringUtils.randomAlphanumeric(32);
        // ruleid: weak-random
        String resetToken = "" + Math.random();
        // ruleid: weak-random
        int pin = ThreadLocalRandom.current().nextInt(10000);
        // ok: weak-random
        int delay = ThreadLocalRandom.current().nextInt(100);
        // ok: weak-random
        int color = new Random().nextInt(255);
        // ok: weak-random
        SecureRandom sr = new SecureRandom();
        // ok: weak-random
        String token2 = Long.toHexString(sr.nextLong());
        // ruleid: weak-random
        SecureRandom fixed = new SecureRandom(new byte[] {1, 2});
        // ok: weak-random
        SecureRandom fixed2 = SecureRandom.getInstance("SHA1PRNG");
        // ruleid: weak-random
        fixed2.setSeed(12345L);
        byte[] salt = new byte[16];
        // ruleid: weak-random
        new Random().nextBytes(salt);
        byte[] key = new byte[32];
        Random r = new Random();
        // ruleid: weak-random
        r.nextBytes(key);
        // ok: weak-random
        UUID id = UUID.randomUUID();
        // ruleid: weak-random
        String apiKey = new SplittableRandom().nextLong() + "";
    }

    String generateToken() {
        StringBuilder sb = new StringBuilder();
        Random rnd = new Random();
        for (int i = 0; i < 16; i++) {
            sb.append(ALPHABET.charAt(rnd.nextInt(ALPHABET.length())));
        }
        return sb.toString();
    }

    String generatePassword() {
        // ruleid: weak-random
        return RandomStringUtils.random(12, true, true);
    }

    int shuffle(List<String> l) {
        // ok: weak-random
        Collections.shuffle(l, new Random());
        return new Random().nextInt(l.size());
    }

    static final String ALPHABET = "abc";

    void tls() throws Exception {
        // ruleid: tls-verification
        SSLContext.getInstance("SSL");
        // ruleid: tls-verification
        SSLContext.getInstance("SSLv3");
        // ruleid: tls-verification
        SSLContext.getInstance("TLSv1");
        // ruleid: tls-verification
        SSLContext.getInstance("TLSv1.1");
        // ok: tls-verification
        SSLContext.getInstance("TLS");
        // ok: tls-verification
        SSLContext.getInstance("TLSv1.2");
        // ruleid: tls-verification
        HttpsURLConnection.setDefaultHostnameVerifier((h, s) -> true);
        HttpsURLConnection c = null;
        // ruleid: tls-verification
        c.setHostnameVerifier(NoopHostnameVerifier.INSTANCE);
        c.setHostnameVerifier(new HostnameVerifier() {
            // ruleid: tls-verification
            public boolean verify(String hostname, SSLSession session) {
                return true;
            }
        });
        // ok: tls-verification
        c.setHostnameVerifier((h, s) -> h.equals("internal.example.com"));
        TrustManager[] all = new TrustManager[] {new X509TrustManager() {
            public X509Certificate[] getAcceptedIssuers() { return null; }
            public void checkClientTrusted(X509Certificate[] a, String b) { }
            // ruleid: tls-verification
            public void checkServerTrusted(X509Certificate[] a, String b) { }
        }};
        // ruleid: tls-verification
        new OkHttpClient.Builder().hostnameVerifier((h, s) -> true).build();
        // ok: tls-verification
        new OkHttpClient.Builder().build();
        // ruleid: tls-verification
        HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build();
        // ruleid: tls-verification
        SSLContextBuilder.create().loadTrustMaterial(null, (chain, auth) -> true).build();
        // ruleid: tls-verification
        SSLContextBuilder.create().loadTrustMaterial(new TrustSelfSignedStrategy()).build();
        // ruleid: tls-verification
        new SSLContextBuilder().loadTrustMaterial(null, TrustAllStrategy.INSTANCE);
        new SSLContextBuilder().loadTrustMaterial(null, new TrustStrategy() {
            // ruleid: tls-verification
            public boolean isTrusted(X509Certificate[] chain, String t) {
                return true;
            }
        });
        // ruleid: tls-verification
        io.netty.handler.ssl.SslContextBuilder.forClient().trustManager(io.netty.handler.ssl.util.InsecureTrustManagerFactory.INSTANCE);
        SSLSocket s = null;
        // ruleid: tls-verification
        s.setEnabledProtocols(new String[] {"SSLv3", "TLSv1"});
        // ok: tls-verification
        s.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
        // ok: tls-verification
        new java.net.Socket("db.example.com", 3306);
    }

    HostnameVerifier verifier() {
        // ruleid: tls-verification
        return (h, s) -> true;
    }

    HostnameVerifier verifier2() {
        // ruleid: tls-verification
        return (hostname, session) -> { return true; };
    }

    java.util.function.BiFunction<String, String, Boolean> other() {
        // ok: tls-verification
        return (h, s) -> true;
    }

    void encoders() {
        // ruleid: weak-hash
        PasswordEncoder a = NoOpPasswordEncoder.getInstance();
        // ruleid: weak-hash
        PasswordEncoder b = new StandardPasswordEncoder();
        // ruleid: weak-hash
        PasswordEncoder c = new MessageDigestPasswordEncoder("MD5");
        // ruleid: weak-hash
        PasswordEncoder d = new LdapShaPasswordEncoder();
        // ruleid: weak-hash
        PasswordEncoder e = new Md4PasswordEncoder();
        // ok: authentication
        PasswordEncoder f = new BCryptPasswordEncoder();
        // ruleid: weak-hash
        PasswordEncoder g = new BCryptPasswordEncoder(4);
        // ok: authentication
        PasswordEncoder h = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        // ruleid: weak-hash
        org.mindrot.jbcrypt.BCrypt.gensalt(4);
        // ok: authentication
        org.mindrot.jbcrypt.BCrypt.gensalt(12);
        // todoruleid: authentication
        new Pbkdf2PasswordEncoder("", 16, 1000, 256);
    }
}
