import javax.crypto.spec.SecretKeySpec;

class Keys {
    void keys(byte[] given, String password) {
        // ruleid: hardcoded-cipher-key
        new SecretKeySpec(new byte[] {1, 2, 3, 4}, "AES");
        byte[] raw = {1, 2, 3, 4};
        // ruleid: hardcoded-cipher-key
        new SecretKeySpec(raw, "AES");
        // ok: hardcoded-cipher-key
        new SecretKeySpec(given, "AES");
        // ruleid: hardcoded-cipher-key
        if (password.equals("letmein42")) {
            return;
        }
        // ok: hardcoded-cipher-key
        password.equals("");
    }

    void header(String pair) {
        // ruleid: hardcoded-cipher-key
        String basic = "Basic " + Base64.getEncoder().encodeToString("admin:hunter22".getBytes());
        // ok: hardcoded-cipher-key
        String other = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes());
    }
}

class Kept {
    Key kept(byte[] given) {
        // ruleid: hardcoded-cipher-key
        return new SecretKeySpec(KEY, "AES");
    }

    Key given(byte[] given) {
        // ok: hardcoded-cipher-key
        return new SecretKeySpec(given, "AES");
    }

    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
}
