import java.security.SecureRandom;

class Seeds {
    void seeds(byte[] more) throws Exception {
        // ruleid: predictable-seed
        SecureRandom fixed = new SecureRandom("seed".getBytes());
        SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
        // ruleid: predictable-seed
        random.setSeed(42L);
        // ruleid: predictable-seed
        random.setSeed(System.currentTimeMillis());
        // ok: predictable-seed
        random.setSeed(more);
        // ok: predictable-seed
        random.setSeed(random.generateSeed(16));
    }

    void simulation(java.util.Random random) {
        // ok: predictable-seed
        random.setSeed(42L);
    }
}

class Seeds {
    private static final byte[] FIELD = {1, 2, 3};

    void local() {
        final byte[] seed = new byte[] {0x01, 0x02};
        SecureRandom random = new SecureRandom();
        // ruleid: predictable-seed
        random.setSeed(seed);
    }

    void field(SecureRandom random) {
        // ruleid: predictable-seed
        random.setSeed(FIELD);
    }

    void more(SecureRandom random, byte[] entropy) {
        // ok: predictable-seed
        random.setSeed(entropy);
    }
}
