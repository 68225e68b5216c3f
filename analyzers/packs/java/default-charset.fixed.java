import java.nio.charset.StandardCharsets;

class Bytes {
    void bytes(String text) {
        // ruleid: default-charset
        byte[] platform = text.getBytes(StandardCharsets.UTF_8);
        // ok: default-charset
        byte[] fixed = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
