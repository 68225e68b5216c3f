import java.security.KeyPairGenerator;
import javax.crypto.KeyGenerator;

class Keys {
    void keys() throws Exception {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
        // ruleid: java-key-too-short
        pairs.initialize(3072);
        // ok: java-key-too-short
        pairs.initialize(2048);
        // ruleid: java-key-too-short
        pairs.initialize(new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4));
        KeyGenerator generator = KeyGenerator.getInstance("AES");
        // ruleid: java-key-too-short
        generator.init(64);
        // ok: java-key-too-short
        generator.init(128);
        KeyPairGenerator curves = KeyPairGenerator.getInstance("EC");
        // ok: java-key-too-short
        curves.initialize(256);
        // ruleid: java-key-too-short
        curves.initialize(160);
        // ruleid: java-key-too-short
        curves.initialize(new ECGenParameterSpec("secp112r1"));
        // ok: java-key-too-short
        curves.initialize(new ECGenParameterSpec("secp256r1"));
    }
}
