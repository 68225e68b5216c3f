package shop.vault;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.NullCipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.DESKeySpec;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.crypto.stream.CryptoInputStream;

class Vault {
    private static final byte[] IV = "0123456789abcdef".getBytes();
    private static final String ECB = "AES/ECB/PKCS5Padding";

    void ciphers() throws Exception {
        // ruleid: weak-crypto
        Cipher.getInstance("DES");
        // ruleid: weak-crypto
        Cipher.getInstance("DES/CBC/PKCS5Padding");
        // ruleid: weak-crypto
        Cipher.getInstance("DES/CBC/PKCS5Padding", "SunJCE");
        // ruleid: weak-crypto
        Cipher.getInstance("DESede/ECB/PKCS5Padding");
        // ruleid: weak-crypto
        javax.crypto.Cipher.getInstance("RC4");
        // ruleid: weak-crypto
        Cipher.getInstance("ARCFOUR");
        // ruleid: weak-crypto
        Cipher.getInstance("RC2");
        // ruleid: weak-crypto
        Cipher.getInstance("Blowfish");
        // ruleid: weak-crypto
        Cipher.getInstance("AES");
        // ruleid: weak-crypto
        Cipher.getInstance("AES/ECB/NoPadding");
        // ruleid: weak-crypto
        Cipher.getInstance(ECB);
        // ruleid: weak-crypto
        Cipher.getInstance("RSA/ECB/NoPadding");
        // ruleid: weak-crypto
        Cipher.getInstance("RSA/None/NoPadding", "BC");
        // ruleid: weak-crypto
        new NullCipher();
        // ruleid: weak-crypto
        Cipher.getInstance("AES/CBC/PKCS5Padding");
        // ok: weak-crypto
        Cipher.getInstance("AES/GCM/NoPadding");
        // ok: weak-crypto
        Cipher.getInstance("ChaCha20-Poly1305");
        // ok: weak-crypto
        Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        String algorithm = "DES";
        // ruleid: weak-crypto
        Cipher.getInstance(algorithm);
        String good = "AES/GCM/NoPadding";
        // ok: weak-crypto
        Cipher.getInstance(good);
    }

    void keys() throws Exception {
        // ruleid: weak-crypto
        KeyGenerator.getInstance("DES").generateKey();
        // ruleid: weak-crypto
        KeyGenerator.getInstance("Blowfish");
        // ok: weak-crypto
        KeyGenerator generator = KeyGenerator.getInstance("AES");
        // ruleid: weak-crypto
        generator.init(64);
        // ok: weak-crypto
        generator.init(256);
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
        // ruleid: weak-crypto
        pairs.initialize(1024);
        // ruleid: weak-crypto
        pairs.initialize(512, new SecureRandom());
        // ok: weak-crypto
        pairs.initialize(2048);
        // ok: weak-crypto
        pairs.initialize(4096, new SecureRandom());
        // ruleid: weak-crypto
        pairs.initialize(new RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F4));
        KeyPairGenerator curves = KeyPairGenerator.getInstance("EC");
        // ok: weak-crypto
        curves.initialize(256);
        // ruleid: weak-crypto
        curves.initialize(new ECGenParameterSpec("secp112r1"));
        // ok: weak-crypto
        curves.initialize(new ECGenParameterSpec("secp256r1"));
        // ruleid: weak-crypto
        SecretKeyFactory.getInstance("DES");
        // ruleid: weak-crypto
        new DESKeySpec(new byte[8]);
        // ok: weak-crypto
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
    }

    void ivs(SecretKey key, byte[] text) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        // ruleid: weak-crypto
        cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(IV));
        // ruleid: weak-crypto
        IvParameterSpec zero = new IvParameterSpec(new byte[16]);
        // ruleid: weak-crypto
        IvParameterSpec text1 = new IvParameterSpec("abcdefghijklmnop".getBytes(StandardCharsets.UTF_8));
        // ruleid: weak-crypto
        IvParameterSpec bytes = new IvParameterSpec(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
        // ruleid: weak-crypto
        GCMParameterSpec nonce = new GCMParameterSpec(128, "abcdefghijkl".getBytes());
        byte[] empty = new byte[16];
        // ruleid: weak-crypto
        new IvParameterSpec(empty);
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        // ok: weak-crypto
        new IvParameterSpec(random);
        // ok: weak-crypto
        new GCMParameterSpec(128, random);
        // ok: weak-crypto
        new IvParameterSpec(cipher.getIV());
    }

    void passwords(char[] password, byte[] salt) {
        // ruleid: weak-crypto
        new PBEKeySpec(password, salt, 1000, 256);
        // ok: weak-crypto
        new PBEKeySpec(password, salt, 310000, 256);
        // ruleid: weak-crypto
        new PBEKeySpec(password, "salt".getBytes(), 310000, 256);
        // ruleid: weak-crypto
        new PBEParameterSpec(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 20);
    }
}
