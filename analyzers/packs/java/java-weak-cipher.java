import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

class Ciphers {
    void make() throws GeneralSecurityException {
        // ruleid: java-weak-cipher
        Cipher.getInstance("AES");
        // ruleid: java-weak-cipher
        Cipher.getInstance("AES/ECB/PKCS5Padding");
        // ruleid: java-weak-cipher
        Cipher.getInstance("DES/CBC/PKCS5Padding", "SunJCE");
    }

    void quiet(String name) throws GeneralSecurityException {
        // ok: java-weak-cipher
        Cipher.getInstance("AES/GCM/NoPadding");
        // ok: java-weak-cipher
        Cipher.getInstance("AES/CBC/PKCS5Padding");
        // ok: java-weak-cipher
        Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        // ok: java-weak-cipher
        Cipher.getInstance(name);
    }
}
