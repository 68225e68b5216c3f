import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.RC4Engine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;

class Engines {
    Object[] make() {
        return new Object[] {
            // ruleid: weak-cipher-bouncy-castle
            new DESEngine(),
            // ruleid: weak-cipher-bouncy-castle
            new RC4Engine(),
            // ruleid: weak-cipher-bouncy-castle
            new PaddedBufferedBlockCipher(new AESEngine()),
            // ok: weak-cipher-bouncy-castle
            new PaddedBufferedBlockCipher(new CBCBlockCipher(new AESEngine())),
            // ok: weak-cipher-bouncy-castle
            GCMBlockCipher.newInstance(AESEngine.newInstance()),
        };
    }
}
