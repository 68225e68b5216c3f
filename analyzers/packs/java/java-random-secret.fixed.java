import java.security.SecureRandom;
import java.util.Random;

class Tokens {
    String generateToken() {
        // ruleid: java-random-secret
        Random random = new java.security.SecureRandom();
        return Long.toHexString(random.nextLong());
    }

    static int newOtp() {
        // ruleid: java-random-secret
        return new java.security.SecureRandom().nextInt(1000000);
    }

    String createSecret() {
        // ok: java-random-secret
        Random random = new SecureRandom();
        return Long.toHexString(random.nextLong());
    }

    int rollDice() {
        // ok: java-random-secret
        return new Random().nextInt(6) + 1;
    }
}
