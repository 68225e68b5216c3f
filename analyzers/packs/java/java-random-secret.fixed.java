import java.security.SecureRandom;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

class Tokens {
    String newSessionId() {
        // ruleid: java-random-secret
        Random random = new SecureRandom();
        return Long.toHexString(random.nextLong());
    }

    void codes() {
        // ruleid: java-random-secret
        long otp = ThreadLocalRandom.current().nextLong();
        // ok: java-random-secret
        int port = ThreadLocalRandom.current().nextInt(65536);
    }

    String newToken() {
        // ok: java-random-secret
        SecureRandom random = new SecureRandom();
        return Long.toHexString(random.nextLong());
    }

    int roll() {
        // ok: java-random-secret
        return new Random().nextInt(6);
    }

    void bytes(Random random, SecureRandom secure, byte[] salt, byte[] keyBytes, byte[] noise) {
        // ruleid: java-random-secret
        random.nextBytes(salt);
        // ruleid: java-random-secret
        new SecureRandom();
        // ok: java-random-secret
        random.nextBytes(noise);
        // ok: java-random-secret
        secure.nextBytes(salt);
    }

    void codes(Random random) {
        // ruleid: java-random-secret
        int pin = ThreadLocalRandom.current().nextInt(10000);
        // ruleid: java-random-secret
        String verificationCode = "" + random.nextInt(1000000);
        // ok: java-random-secret
        int spin = ThreadLocalRandom.current().nextInt(10);
    }

    void codes(java.security.SecureRandom secure) {
        // ruleid: java-random-secret
        int code = ThreadLocalRandom.current().nextInt(100000, 999999);
        // ok: java-random-secret
        int good = secure.nextInt(999999);
        // ok: java-random-secret
        int code2 = new java.security.SecureRandom().nextInt(900000) + 100000;
    }
}

class Nonces {
    private static final Random RANDOM = new SecureRandom();
    private static final Random WEAK = new Random();

    void make(byte[] nonce, byte[] salt) {
        // ok: java-random-secret
        RANDOM.nextBytes(nonce);
        // ruleid: java-random-secret
        WEAK.nextBytes(salt);
        // ok: java-random-secret
        int csrfNonce = RANDOM.nextInt();
        // ruleid: java-random-secret
        int nonceOfLogin = 0, otherNonce = WEAK.nextInt();
        Random local = SecureRandom.getInstanceStrong();
        // ok: java-random-secret
        local.nextBytes(nonce);
    }
}
