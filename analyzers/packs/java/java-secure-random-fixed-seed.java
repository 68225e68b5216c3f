import java.security.SecureRandom;

class Seeds {
    void seeds(byte[] more) throws Exception {
        // ruleid: java-secure-random-fixed-seed
        SecureRandom fixed = new SecureRandom("seed".getBytes());
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

class Seeds {
    private static final byte[] FIELD = {1, 2, 3};

    void local() {
        final byte[] seed = new byte[] {0x01, 0x02};
        SecureRandom random = new SecureRandom();
        // ruleid: java-secure-random-fixed-seed
        random.setSeed(seed);
    }

    void field(SecureRandom random) {
        // ruleid: java-secure-random-fixed-seed
        random.setSeed(FIELD);
    }

    void more(SecureRandom random, byte[] entropy) {
        // ok: java-secure-random-fixed-seed
        random.setSeed(entropy);
    }
}
