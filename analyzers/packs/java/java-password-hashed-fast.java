import java.security.MessageDigest;

class Hashes {
    byte[] hash(MessageDigest digest, String password, String text) {
        // ruleid: java-password-hashed-fast
        digest.update(password.getBytes());
        // ok: java-password-hashed-fast
        return digest.digest(text.getBytes());
    }

    void helpers(String password, String text) throws Exception {
        // ruleid: java-password-hashed-fast
        MessageDigest.getInstance("SHA-256").digest(password.getBytes(UTF_8));
        // ruleid: java-password-hashed-fast
        DigestUtils.sha256Hex(password);
        // ruleid: java-password-hashed-fast
        Hashing.sha256().hashString(password, UTF_8);
        // ok: java-password-hashed-fast
        DigestUtils.sha256Hex(text);
        // ok: java-password-hashed-fast
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    }
}
