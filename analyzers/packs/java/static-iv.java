import java.security.SecureRandom;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

class Vectors {
    private static final byte[] IV = "0123456789abcdef".getBytes();

    void constant() {
        // ruleid: static-iv
        new IvParameterSpec(IV);
        // ruleid: static-iv
        new IvParameterSpec(new byte[16]);
        // ruleid: static-iv
        new GCMParameterSpec(128, "abcdefghijkl".getBytes());
        byte[] empty = new byte[16];
        // ruleid: static-iv
        new IvParameterSpec(empty);
    }

    void random(byte[] given, java.io.DataInputStream input) throws Exception {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        // ok: static-iv
        new IvParameterSpec(random);
        byte[] read = new byte[16];
        input.readFully(read);
        // ok: static-iv
        new IvParameterSpec(read);
        // ok: static-iv
        new IvParameterSpec(given);
    }

    byte[] decrypt(Cipher cipher, SecretKey key, byte[] text) throws Exception {
        // ok: static-iv
        cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(new byte[16]));
        // ok: static-iv
        IvParameterSpec vector = new IvParameterSpec(new byte[16]);
        cipher.init(Cipher.DECRYPT_MODE, key, vector);
        return cipher.doFinal(text);
    }
}
