import java.security.MessageDigest;

class Hashes {
    byte[] hash(MessageDigest digest, String password, String text) {
        // ruleid: weak-password-hash
        digest.update(password.getBytes());
        // ok: weak-password-hash
        return digest.digest(text.getBytes());
    }

    void helpers(String password, String text) throws Exception {
        // ruleid: weak-password-hash
        MessageDigest.getInstance("SHA-256").digest(password.getBytes(UTF_8));
        // ruleid: weak-password-hash
        DigestUtils.sha256Hex(password);
        // ruleid: weak-password-hash
        Hashing.sha256().hashString(password, UTF_8);
        // ok: weak-password-hash
        DigestUtils.sha256Hex(text);
        // ok: weak-password-hash
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    }
}
