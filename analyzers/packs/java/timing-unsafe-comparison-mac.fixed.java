import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

class Webhooks {
    boolean bytes(Mac mac, byte[] body, byte[] received) {
        byte[] computed = mac.doFinal(body);
        // ruleid: timing-unsafe-comparison-mac
        return MessageDigest.isEqual(computed, received);
    }

    boolean text(Mac mac, String body, String header) {
        String signature = "sha256=" + Hex.encodeHexString(mac.doFinal(body.getBytes()));
        // ruleid: timing-unsafe-comparison-mac
        return signature.equals(header);
    }

    boolean helper(String body, String header, String key) {
        // ruleid: timing-unsafe-comparison-mac
        return header.equalsIgnoreCase(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmacHex(body));
    }

    boolean constantTime(Mac mac, byte[] body, byte[] received) {
        // ok: timing-unsafe-comparison-mac
        return MessageDigest.isEqual(mac.doFinal(body), received);
    }

    boolean other(Mac mac, byte[] body, byte[] received) {
        byte[] computed = mac.doFinal(body);
        // ok: timing-unsafe-comparison-mac
        return Arrays.equals(body, received);
    }

    boolean made(byte[] body, byte[] received) throws Exception {
        // ruleid: timing-unsafe-comparison-mac
        return MessageDigest.isEqual(Mac.getInstance("HmacSHA256").doFinal(body), received);
    }

    boolean inferred(byte[] body, byte[] received) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        // ruleid: timing-unsafe-comparison-mac
        return MessageDigest.isEqual(mac.doFinal(body), received);
    }
}
