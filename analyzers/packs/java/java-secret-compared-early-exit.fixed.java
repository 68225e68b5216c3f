import java.security.MessageDigest;
import java.util.Arrays;

class Compare {
    boolean check(byte[] mac, byte[] expected, byte[] name) {
        // ruleid: java-secret-compared-early-exit
        if (MessageDigest.isEqual(mac, expected)) {
            return true;
        }
        // ok: java-secret-compared-early-exit
        return Arrays.equals(name, expected);
    }
}
