class Ciphers {
    void none(byte[] key) throws Exception {
        // ruleid: java-null-cipher
        Cipher cipher = new NullCipher();
        // ruleid: java-null-cipher
        new DESKeySpec(key);
        // ok: java-null-cipher
        Cipher strong = Cipher.getInstance("AES/GCM/NoPadding");
    }
}
