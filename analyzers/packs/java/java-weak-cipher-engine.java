import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.RC4Engine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;

class Engines {
    Object[] make() {
        return new Object[] {
            // ruleid: java-weak-cipher-engine
            new DESEngine(),
            // ruleid: java-weak-cipher-engine
            new RC4Engine(),
            // ruleid: java-weak-cipher-engine
            new PaddedBufferedBlockCipher(new AESEngine()),
            // ok: java-weak-cipher-engine
            new PaddedBufferedBlockCipher(new CBCBlockCipher(new AESEngine())),
            // ok: java-weak-cipher-engine
            GCMBlockCipher.newInstance(AESEngine.newInstance()),
        };
    }
}
