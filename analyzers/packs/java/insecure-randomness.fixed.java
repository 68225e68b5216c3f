import java.security.SecureRandom;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

class Tokens {
    String newSessionId() {
        // ruleid: insecure-randomness
        Random random = new SecureRandom();
        return Long.toHexString(random.nextLong());
    }

    void codes() {
        // ruleid: insecure-randomness
        long otp = ThreadLocalRandom.current().nextLong();
        // ok: insecure-randomness
        int port = ThreadLocalRandom.current().nextInt(65536);
    }

    String newToken() {
        // ok: insecure-randomness
        SecureRandom random = new SecureRandom();
        return Long.toHexString(random.nextLong());
    }

    int roll() {
        // ok: insecure-randomness
        return new Random().nextInt(6);
    }

    void bytes(Random random, SecureRandom secure, byte[] salt, byte[] keyBytes, byte[] noise) {
        // ruleid: insecure-randomness
        random.nextBytes(salt);
        // ruleid: insecure-randomness
        new SecureRandom();
        // ok: insecure-randomness
        random.nextBytes(noise);
        // ok: insecure-randomness
        secure.nextBytes(salt);
    }

    void codes(Random random) {
        // ruleid: insecure-randomness
        int pin = ThreadLocalRandom.current().nextInt(10000);
        // ruleid: insecure-randomness
        String verificationCode = "" + random.nextInt(1000000);
        // ok: insecure-randomness
        int spin = ThreadLocalRandom.current().nextInt(10);
    }

    void codes(java.security.SecureRandom secure) {
        // ruleid: insecure-randomness
        int code = ThreadLocalRandom.current().nextInt(100000, 999999);
        // ok: insecure-randomness
        int good = secure.nextInt(999999);
        // ok: insecure-randomness
        int code2 = new java.security.SecureRandom().nextInt(900000) + 100000;
    }
}

class Nonces {
    private static final Random RANDOM = new SecureRandom();
    private static final Random WEAK = new Random();

    void make(byte[] nonce, byte[] salt) {
        // ok: insecure-randomness
        RANDOM.nextBytes(nonce);
        // ruleid: insecure-randomness
        WEAK.nextBytes(salt);
        // ok: insecure-randomness
        int csrfNonce = RANDOM.nextInt();
        // ruleid: insecure-randomness
        int nonceOfLogin = 0, otherNonce = WEAK.nextInt();
        Random local = SecureRandom.getInstanceStrong();
        // ok: insecure-randomness
        local.nextBytes(nonce);
    }
}
