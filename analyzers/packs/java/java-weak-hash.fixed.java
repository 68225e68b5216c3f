import java.security.MessageDigest;
import java.security.Signature;
import javax.crypto.Mac;

class Digests {
    private static final String OLD = "SHA1";

    void weak() throws Exception {
        // ruleid: java-weak-hash
        MessageDigest.getInstance("SHA-256");
        // ruleid: java-weak-hash
        MessageDigest digest = MessageDigest.getInstance("SHA-256", "SUN");
        // ruleid: java-weak-hash
        java.security.MessageDigest.getInstance("SHA-256");
        // ruleid: java-weak-hash
        Signature.getInstance("SHA1withRSA");
        // ruleid: java-weak-hash
        Mac.getInstance("HmacMD5");
    }

    void strong(String given) throws Exception {
        // ok: java-weak-hash
        MessageDigest.getInstance("SHA-256");
        // ok: java-weak-hash
        MessageDigest.getInstance(given);
        String old = "SHA1";
        // ruleid: java-weak-hash
        MessageDigest.getInstance(old);
        // ok: java-weak-hash
        Signature.getInstance("SHA256withRSA");
        // ok: java-weak-hash
        Mac.getInstance("HmacSHA1");
    }
}
