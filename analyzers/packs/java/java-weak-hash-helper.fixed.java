import com.google.common.hash.Hashing;
import org.apache.commons.codec.digest.DigestUtils;

class Digests {
    void weak(byte[] data) {
        // ruleid: java-weak-hash-helper
        DigestUtils.sha256Hex(data);
        // ruleid: java-weak-hash-helper
        DigestUtils.sha256(data);
        // ruleid: java-weak-hash-helper
        DigestUtils.getSha1Digest().digest(data);
        // ruleid: java-weak-hash-helper
        Hashing.sha256().hashBytes(data);
        // ok: java-weak-hash-helper
        DigestUtils.sha256Hex(data);
        // ok: java-weak-hash-helper
        Hashing.sha256().hashBytes(data);
    }
}
