import java.security.SecureRandom;
import java.util.Random;

class Numbers {
    void numbers() {
        // ruleid: java-random-predictable
        Random random = new Random();
        // ruleid: java-random-predictable
        double number = Math.random();
        // ok: java-random-predictable
        Random secure = new SecureRandom();
        // ok: java-random-predictable
        Random repeatable = new Random(42);
    }

    void harmless(List<String> cards) throws Exception {
        // ok: java-random-predictable
        Collections.shuffle(cards, new Random());
        // ok: java-random-predictable
        int jitter = new Random().nextInt(100);
        // ok: java-random-predictable
        Thread.sleep((long) (Math.random() * 100));
        // ruleid: java-random-predictable
        int number = new java.util.Random().nextInt();
    }

    int rollDice() {
        // ok: java-random-predictable
        return new Random().nextInt(6) + 1;
    }
}

class Places {
    double between(double left, double width) {
        // ok: java-random-predictable
        return left + width * Math.random();
    }

    int code() {
        // ruleid: java-random-predictable
        return 100000 + (int) (Math.random() * 900000);
    }
}

class RetryingClient {
    // ok: java-random-predictable
    private final Random random = new Random();
}

class Shares {
    boolean sometimes() {
        // ok: java-random-predictable
        return Math.random() < 0.1;
    }

    // ruleid: java-random-predictable
    private final Random random = new Random();
}
