package shop.tokens;

import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.lang3.RandomStringUtils;
import org.apache.commons.lang3.RandomUtils;

class Tokens {
    private final SecureRandom secure = new SecureRandom();

    String token() {
        // ruleid: weak-random
        Random random = new Random();
        return Long.toHexString(random.nextLong());
    }

    String seeded() {
        // ruleid: weak-random
        Random random = new Random(System.currentTimeMillis());
        byte[] session = new byte[16];
        random.nextBytes(session);
        return session.toString();
    }

    String password() {
        String letters = "abcdefghijklmnop";
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            // ruleid: weak-random
            password.append(letters.charAt((int) (Math.random() * letters.length())));
        }
        return password.toString();
    }

    void cookie(HttpServletRequest request, HttpServletResponse response) {
        // ruleid: weak-random
        String rememberMe = Double.toString(Math.random()).substring(2);
        response.addCookie(new Cookie("rememberMe", rememberMe));
        // ruleid: weak-random
        String key = Float.toString(new java.util.Random().nextFloat());
        request.getSession().setAttribute("key", key);
        // ruleid: weak-random
        int code = new Random().nextInt(999999);
        request.getSession().setAttribute("resetCode", code);
        // ruleid: weak-random
        long otp = ThreadLocalRandom.current().nextLong();
        // ruleid: weak-random
        String apiKey = RandomStringUtils.randomAlphanumeric(32);
        // ruleid: weak-random
        String secret = RandomStringUtils.random(20, true, true);
    }

    String good() {
        byte[] token = new byte[32];
        // ok: weak-random
        secure.nextBytes(token);
        // ok: weak-random
        new SecureRandom().nextInt();
        // ok: weak-random
        Random random = new SecureRandom();
        // ok: weak-random
        return UUID.randomUUID().toString();
    }

    void seeds() throws Exception {
        // ruleid: weak-random
        SecureRandom fixed = new SecureRandom("seed".getBytes());
        SecureRandom again = SecureRandom.getInstance("SHA1PRNG");
        // ruleid: weak-random
        again.setSeed(42L);
        // ruleid: weak-random
        again.setSeed(System.currentTimeMillis());
        // ok: weak-random
        SecureRandom strong = SecureRandom.getInstanceStrong();
        // ok: weak-random
        strong.setSeed(strong.generateSeed(16));
    }
}
