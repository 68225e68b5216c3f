import java.security.MessageDigest;
import java.util.Arrays;

class Compare {
    boolean check(byte[] mac, byte[] expected, byte[] name) {
        // ruleid: timing-unsafe-comparison
        if (MessageDigest.isEqual(mac, expected)) {
            return true;
        }
        // ok: timing-unsafe-comparison
        return Arrays.equals(name, expected);
    }
}
