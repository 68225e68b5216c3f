import java.security.MessageDigest;

// ruleid: custom-digest
class OurDigest extends MessageDigest {
    protected byte[] engineDigest() {
        return new byte[1];
    }
}

// ok: custom-digest
class Uses {
    void use() throws Exception {
        MessageDigest.getInstance("SHA-256");
    }
}
