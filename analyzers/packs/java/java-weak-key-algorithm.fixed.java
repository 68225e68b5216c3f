class Keys {
    void keys() throws Exception {
        // ruleid: java-weak-key-algorithm
        KeyGenerator.getInstance("AES").generateKey();
        // ruleid: java-weak-key-algorithm
        SecretKeyFactory.getInstance("DESede");
        // ok: java-weak-key-algorithm
        KeyGenerator.getInstance("AES");
        // ok: java-weak-key-algorithm
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
    }
}
