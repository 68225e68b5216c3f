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
}
