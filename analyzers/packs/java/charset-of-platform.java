class Bytes {
    void bytes(String text) {
        // ruleid: charset-of-platform
        byte[] platform = text.getBytes();
        // ok: charset-of-platform
        byte[] fixed = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
