package org.sample;

import java.security.*;
import javax.crypto.*;
import javax.crypto.spec.*;

class Styles {
    static final String ALGO = "DESede/CBC/PKCS5Padding";
    static final int SMALL = 1024;

    void run(Key key, byte[] data, java.util.Properties props) throws Exception {
        // ruleid: weak-crypto
        Cipher c1 = Cipher.getInstance(ALGO);
        String algorithm = props.getProperty("cipher", "DES/ECB/PKCS5Padding");
        // ruleid: weak-crypto
        Cipher c2 = Cipher.getInstance(algorithm);
        // ruleid: weak-crypto
        Cipher c3 = Cipher.getInstance("AES/" + "ECB" + "/PKCS5Padding");
        // ok: weak-crypto
        Cipher c4 = Cipher.getInstance("AES/GCM/NoPadding", "BC");
        KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");
        // ruleid: weak-crypto
        g.initialize(SMALL);
        KeyPairGenerator h = KeyPairGenerator.getInstance("RSA");
        int bits = 3072;
        // ok: weak-crypto
        h.initialize(bits);
        // ruleid: weak-crypto
        SecretKeySpec spec = new SecretKeySpec(data, "DES");
        // ok: weak-crypto
        SecretKeySpec good = new SecretKeySpec(data, "AES");
        byte[] iv = new byte[12];
        // ruleid: weak-crypto
        GCMParameterSpec zero = new GCMParameterSpec(128, iv);
        byte[] fresh = new byte[12];
        SecureRandom random = new SecureRandom();
        random.nextBytes(fresh);
        // ok: weak-crypto
        GCMParameterSpec nonce = new GCMParameterSpec(128, fresh);
        byte[] sliced = java.util.Arrays.copyOfRange(data, 0, 12);
        // ok: weak-crypto
        GCMParameterSpec received = new GCMParameterSpec(128, sliced);
        KeyGenerator kg = KeyGenerator.getInstance("AES");
        // ok: weak-crypto
        kg.init(128);
        byte[] salt = {1, 2, 3, 4, 5, 6, 7, 8};
        // ruleid: weak-crypto
        PBEKeySpec p = new PBEKeySpec("x".toCharArray(), salt, 600000, 256);
    }
}
