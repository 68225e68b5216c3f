class Derivation {
    void weak(char[] password, byte[] salt) {
        // ruleid: java-pbe-weak-parameters
        new PBEKeySpec(password, salt, 600_000, 256);
        // ruleid: java-pbe-weak-parameters
        new PBEKeySpec(password, "salt".getBytes(), 600000, 256);
        // ok: java-pbe-weak-parameters
        new PBEKeySpec(password, salt, 600_000, 256);
        // ok: java-pbe-weak-parameters
        new PBEKeySpec(password);
    }
}
