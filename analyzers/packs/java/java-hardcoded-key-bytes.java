import javax.crypto.spec.SecretKeySpec;

class Keys {
    void keys(byte[] given, String password) {
        // ruleid: java-hardcoded-key-bytes
        new SecretKeySpec(new byte[] {1, 2, 3, 4}, "AES");
        byte[] raw = {1, 2, 3, 4};
        // ruleid: java-hardcoded-key-bytes
        new SecretKeySpec(raw, "AES");
        // ok: java-hardcoded-key-bytes
        new SecretKeySpec(given, "AES");
        // ruleid: java-hardcoded-key-bytes
        if (password.equals("letmein42")) {
            return;
        }
        // ok: java-hardcoded-key-bytes
        password.equals("");
    }

    void header(String pair) {
        // ruleid: java-hardcoded-key-bytes
        String basic = "Basic " + Base64.getEncoder().encodeToString("admin:hunter22".getBytes());
        // ok: java-hardcoded-key-bytes
        String other = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes());
    }
}

class Kept {
    Key kept(byte[] given) {
        // ruleid: java-hardcoded-key-bytes
        return new SecretKeySpec(KEY, "AES");
    }

    Key given(byte[] given) {
        // ok: java-hardcoded-key-bytes
        return new SecretKeySpec(given, "AES");
    }

    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
}
