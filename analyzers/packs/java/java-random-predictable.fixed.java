import java.security.SecureRandom;
import java.util.Random;

class Numbers {
    void numbers() {
        // ruleid: java-random-predictable
        Random random = new SecureRandom();
        // ruleid: java-random-predictable
        double number = Math.random();
        // ok: java-random-predictable
        Random secure = new SecureRandom();
        // ok: java-random-predictable
        Random repeatable = new Random(42);
    }
}
