class Derivation {
    void weak(char[] password, byte[] salt) {
        // ruleid: weak-password-hash-cost-pbe
        new PBEKeySpec(password, salt, 600_000, 256);
        // ruleid: weak-password-hash-cost-pbe
        new PBEKeySpec(password, "salt".getBytes(), 600000, 256);
        // ok: weak-password-hash-cost-pbe
        new PBEKeySpec(password, salt, 600_000, 256);
        // ok: weak-password-hash-cost-pbe
        new PBEKeySpec(password);
    }

    void others(char[] password, byte[] salt) {
        // ruleid: weak-password-hash-cost-pbe
        SCrypt.generate(bytes(password), "salt".getBytes(), 16384, 8, 1, 32);
        // ok: weak-password-hash-cost-pbe
        SCrypt.generate(bytes(password), salt, 16384, 8, 1, 32);
        // ruleid: weak-password-hash-cost-pbe
        new Pbkdf2PasswordEncoder(pepper(), 16, 1000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
        // ok: weak-password-hash-cost-pbe
        new Pbkdf2PasswordEncoder(pepper(), 16, 310_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }
}
