class Ciphers {
    void none(byte[] key) throws Exception {
        // ruleid: null-cipher
        Cipher cipher = new NullCipher();
        // ruleid: null-cipher
        new DESKeySpec(key);
        // ok: null-cipher
        Cipher strong = Cipher.getInstance("AES/GCM/NoPadding");
    }
}
