class Keys {
    void keys() throws Exception {
        // ruleid: weak-cipher-key-generator
        KeyGenerator.getInstance("AES").generateKey();
        // ruleid: weak-cipher-key-generator
        SecretKeyFactory.getInstance("DESede");
        // ok: weak-cipher-key-generator
        KeyGenerator.getInstance("AES");
        // ok: weak-cipher-key-generator
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
    }
}
