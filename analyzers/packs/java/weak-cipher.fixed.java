import javax.crypto.Cipher;

class Ciphers {
    private static final String MODE = "AES/ECB/PKCS5Padding";

    void weak() throws Exception {
        // ruleid: weak-cipher
        Cipher.getInstance("DES");
        // ruleid: weak-cipher
        Cipher.getInstance("DES/CBC/PKCS5Padding", "SunJCE");
        // ruleid: weak-cipher
        javax.crypto.Cipher.getInstance("RC4");
        // ruleid: weak-cipher
        Cipher.getInstance("AES/GCM/NoPadding");
        // ruleid: weak-cipher
        Cipher.getInstance("AES/GCM/NoPadding");
        // ruleid: weak-cipher
        Cipher.getInstance("RSA/ECB/NoPadding");
    }

    void strong(String given) throws Exception {
        // ok: weak-cipher
        Cipher.getInstance("AES/GCM/NoPadding");
        // ok: weak-cipher
        Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        // ok: weak-cipher
        Cipher.getInstance("ChaCha20-Poly1305");
        // ok: weak-cipher
        Cipher.getInstance(given);
    }

    void plainRsa() throws Exception {
        // ruleid: weak-cipher
        Cipher.getInstance("RSA");
        // ok: weak-cipher
        Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    }
}

class Put {
    private static final String AES = "AES";
    private static final String AES_GCM = AES + "/GCM/NoPadding";

    void together() throws Exception {
        // ok: weak-cipher
        Cipher.getInstance(AES_GCM);
        // ok: weak-cipher
        Cipher.getInstance(AES + "/CTR/NoPadding");
    }
}

class Jasypt {
    void configure(StandardPBEStringEncryptor encryptor) {
        // ruleid: weak-cipher
        encryptor.setAlgorithm("PBEWithMD5AndDES");
        // ok: weak-cipher
        encryptor.setAlgorithm("PBEWITHHMACSHA512ANDAES_256");
    }
}
