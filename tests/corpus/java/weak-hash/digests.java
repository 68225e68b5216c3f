package shop.vault;

import com.google.common.hash.Hashing;
import java.security.MessageDigest;
import java.security.Provider;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.security.authentication.encoding.ShaPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.StandardPasswordEncoder;

class Digests {
    private static final String MD5 = "MD5";

    void digests(byte[] data, String password) throws Exception {
        // ruleid: weak-hash
        MessageDigest.getInstance("MD5");
        // ruleid: weak-hash
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        // ruleid: weak-hash
        MessageDigest.getInstance("SHA1", "SUN");
        // ruleid: weak-hash
        java.security.MessageDigest.getInstance("sha1");
        // ruleid: weak-hash
        MessageDigest.getInstance("MD2");
        // ruleid: weak-hash
        MessageDigest.getInstance("MD4");
        // ruleid: weak-hash
        MessageDigest.getInstance(MD5);
        // ok: weak-hash
        MessageDigest.getInstance("SHA-256");
        // ok: weak-hash
        MessageDigest.getInstance("SHA-512");
        // ok: weak-hash
        MessageDigest.getInstance("SHA3-256");
        String algorithm = "SHA1";
        // ruleid: weak-hash
        MessageDigest.getInstance(algorithm);
        // ruleid: weak-hash
        DigestUtils.md5Hex(password);
        // ruleid: weak-hash
        DigestUtils.md5(data);
        // ruleid: weak-hash
        DigestUtils.sha1Hex(data);
        // ruleid: weak-hash
        DigestUtils.sha(data);
        // ruleid: weak-hash
        DigestUtils.getMd5Digest();
        // ruleid: weak-hash
        DigestUtils.getSha1Digest().digest(data);
        // ok: weak-hash
        DigestUtils.sha256Hex(password);
        // ok: weak-hash
        DigestUtils.sha512(data);
        // ruleid: weak-hash
        Hashing.md5().hashBytes(data);
        // ruleid: weak-hash
        Hashing.sha1().hashBytes(data);
        // ok: weak-hash
        Hashing.sha256().hashBytes(data);
        // ruleid: weak-hash
        org.springframework.util.DigestUtils.md5DigestAsHex(data);
        // ruleid: weak-hash
        Mac.getInstance("HmacMD5");
        // ok: weak-hash
        Mac.getInstance("HmacSHA256");
        // ruleid: weak-hash
        SecretKeyFactory.getInstance("PBEWithMD5AndDES");
    }

    void encoders() {
        // ruleid: weak-hash
        NoOpPasswordEncoder.getInstance();
        // ruleid: weak-hash
        new StandardPasswordEncoder();
        // ruleid: weak-hash
        new ShaPasswordEncoder();
        // ok: weak-hash
        new BCryptPasswordEncoder();
    }

    void signatures() throws Exception {
        // ruleid: weak-hash
        java.security.Signature.getInstance("SHA1withRSA");
        // ruleid: weak-hash
        java.security.Signature.getInstance("MD5withRSA");
        // ok: weak-hash
        java.security.Signature.getInstance("SHA256withRSA");
    }
}
