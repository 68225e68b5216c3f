package shop.vault;

import java.security.MessageDigest;
import java.util.Arrays;

class Compare {
    boolean check(byte[] mac, byte[] expectedMac, String signature, String given, String name) {
        // ruleid: timing
        if (Arrays.equals(mac, expectedMac)) {
            return true;
        }
        // ruleid: timing
        if (signature.equals(given)) {
            return true;
        }
        // ok: timing
        if (name.equals(given)) {
            return true;
        }
        // ok: timing
        return MessageDigest.isEqual(mac, expectedMac);
    }
}
