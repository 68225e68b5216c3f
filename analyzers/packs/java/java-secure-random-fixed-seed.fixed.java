import java.security.SecureRandom;

class Seeds {
    void seeds(byte[] more) throws Exception {
        // ruleid: java-secure-random-fixed-seed
        SecureRandom fixed = new SecureRandom();
        SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
        // ruleid: java-secure-random-fixed-seed
        random.setSeed(42L);
        // ruleid: java-secure-random-fixed-seed
        random.setSeed(System.currentTimeMillis());
        // ok: java-secure-random-fixed-seed
        random.setSeed(more);
        // ok: java-secure-random-fixed-seed
        random.setSeed(random.generateSeed(16));
    }

    void simulation(java.util.Random random) {
        // ok: java-secure-random-fixed-seed
        random.setSeed(42L);
    }
}
