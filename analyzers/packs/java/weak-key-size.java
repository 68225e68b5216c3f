import java.security.KeyPairGenerator;
import javax.crypto.KeyGenerator;

class Keys {
    void keys() throws Exception {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
        // ruleid: weak-key-size
        pairs.initialize(1024);
        // ok: weak-key-size
        pairs.initialize(2048);
        // ruleid: weak-key-size
        pairs.initialize(new RSAKeyGenParameterSpec(512, RSAKeyGenParameterSpec.F4));
        KeyGenerator generator = KeyGenerator.getInstance("AES");
        // ruleid: weak-key-size
        generator.init(64);
        // ok: weak-key-size
        generator.init(128);
        KeyPairGenerator curves = KeyPairGenerator.getInstance("EC");
        // ok: weak-key-size
        curves.initialize(256);
        // ruleid: weak-key-size
        curves.initialize(160);
        // ruleid: weak-key-size
        curves.initialize(new ECGenParameterSpec("secp112r1"));
        // ok: weak-key-size
        curves.initialize(new ECGenParameterSpec("secp256r1"));
    }
}
