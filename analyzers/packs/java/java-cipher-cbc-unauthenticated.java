import javax.crypto.Cipher;

class Modes {
    void modes() throws Exception {
        // ruleid: java-cipher-cbc-unauthenticated
        Cipher.getInstance("AES/CBC/PKCS5Padding");
        // ok: java-cipher-cbc-unauthenticated
        Cipher.getInstance("AES/GCM/NoPadding");
        // ok: java-cipher-cbc-unauthenticated
        Cipher.getInstance("AES/CTR/NoPadding");
    }
}
