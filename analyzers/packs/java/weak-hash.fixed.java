import java.security.MessageDigest;
import java.security.Signature;
import javax.crypto.Mac;

class Digests {
    private static final String OLD = "SHA1";

    void weak() throws Exception {
        // ruleid: weak-hash
        MessageDigest.getInstance("SHA-256");
        // ruleid: weak-hash
        MessageDigest digest = MessageDigest.getInstance("SHA-256", "SUN");
        // ruleid: weak-hash
        java.security.MessageDigest.getInstance("SHA-256");
        // ruleid: weak-hash
        Signature.getInstance("SHA1withRSA");
        // ruleid: weak-hash
        Mac.getInstance("HmacMD5");
    }

    void strong(String given) throws Exception {
        // ok: weak-hash
        MessageDigest.getInstance("SHA-256");
        // ok: weak-hash
        MessageDigest.getInstance(given);
        String old = "SHA1";
        // ruleid: weak-hash
        MessageDigest.getInstance(old);
        // ok: weak-hash
        Signature.getInstance("SHA256withRSA");
        // ok: weak-hash
        Mac.getInstance("HmacSHA1");
        // ok: weak-hash
        byte[] stored = MessageDigest.getInstance("MD5").digest(password.getBytes());
    }
}
