import java.security.SecureRandom;
import java.util.Random;

class Numbers {
    void numbers() {
        // ruleid: insecure-randomness-any-use
        Random random = new Random();
        // ruleid: insecure-randomness-any-use
        double number = Math.random();
        // ok: insecure-randomness-any-use
        Random secure = new SecureRandom();
        // ok: insecure-randomness-any-use
        Random repeatable = new Random(42);
    }

    void harmless(List<String> cards) throws Exception {
        // ok: insecure-randomness-any-use
        Collections.shuffle(cards, new Random());
        // ok: insecure-randomness-any-use
        int jitter = new Random().nextInt(100);
        // ok: insecure-randomness-any-use
        Thread.sleep((long) (Math.random() * 100));
        // ruleid: insecure-randomness-any-use
        int number = new java.util.Random().nextInt();
    }

    int rollDice() {
        // ok: insecure-randomness-any-use
        return new Random().nextInt(6) + 1;
    }
}

class Places {
    double between(double left, double width) {
        // ok: insecure-randomness-any-use
        return left + width * Math.random();
    }

    int code() {
        // ruleid: insecure-randomness-any-use
        return 100000 + (int) (Math.random() * 900000);
    }
}

class RetryingClient {
    // ok: insecure-randomness-any-use
    private final Random random = new Random();
}

class Shares {
    boolean sometimes() {
        // ok: insecure-randomness-any-use
        return Math.random() < 0.1;
    }

    // ruleid: insecure-randomness-any-use
    private final Random random = new Random();
}
