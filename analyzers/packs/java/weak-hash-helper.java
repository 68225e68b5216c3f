import com.google.common.hash.Hashing;
import org.apache.commons.codec.digest.DigestUtils;

class Digests {
    void weak(byte[] data) {
        // ruleid: weak-hash-helper
        DigestUtils.md5Hex(data);
        // ruleid: weak-hash-helper
        DigestUtils.sha1(data);
        // ruleid: weak-hash-helper
        DigestUtils.getSha1Digest().digest(data);
        // ruleid: weak-hash-helper
        Hashing.md5().hashBytes(data);
        // ok: weak-hash-helper
        DigestUtils.sha256Hex(data);
        // ok: weak-hash-helper
        Hashing.sha256().hashBytes(data);
    }

    void objects() throws Exception {
        // ruleid: weak-hash-helper
        new DigestUtils("MD5").digestAsHex(data);
        // ruleid: weak-hash-helper
        MessageDigest.getInstance(MessageDigestAlgorithms.SHA_1);
        // ruleid: weak-hash-helper
        new MD5Digest().update(data, 0, 1);
        // ok: weak-hash-helper
        new DigestUtils("SHA-256").digestAsHex(data);
        // ok: weak-hash-helper
        new DigestUtils(MessageDigestAlgorithms.SHA_512);
    }
}

class Hutool {
    void hash(String text) {
        // ruleid: weak-hash-helper
        SecureUtil.md5(text);
        // ruleid: weak-hash-helper
        DigestUtil.sha1Hex(text);
        // ok: weak-hash-helper
        DigestUtil.sha256Hex(text);
    }
}

class Shiro {
    String hash(String text) {
        // ruleid: weak-hash-helper
        String weak = new Md5Hash(text).toHex();
        // ok: weak-hash-helper
        return new Sha512Hash(text).toHex() + weak;
    }
}
