import javax.crypto.Cipher;

class Modes {
    void modes() throws Exception {
        // ruleid: unauthenticated-cbc
        Cipher.getInstance("AES/CBC/PKCS5Padding");
        // ok: unauthenticated-cbc
        Cipher.getInstance("AES/GCM/NoPadding");
        // ok: unauthenticated-cbc
        Cipher.getInstance("AES/CTR/NoPadding");
    }
}
