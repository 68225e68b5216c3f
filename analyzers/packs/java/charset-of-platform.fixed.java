import java.nio.charset.StandardCharsets;

class Bytes {
    void bytes(String text) {
        // ruleid: charset-of-platform
        byte[] platform = text.getBytes(StandardCharsets.UTF_8);
        // ok: charset-of-platform
        byte[] fixed = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
