import java.security.MessageDigest;

class Hashes {
    byte[] hash(MessageDigest digest, String password, String text) {
        // ruleid: java-password-hashed-fast
        digest.update(password.getBytes());
        // ok: java-password-hashed-fast
        return digest.digest(text.getBytes());
    }
}
