import android.security.keystore.KeyGenParameterSpec;
import androidx.biometric.BiometricPrompt;

class Unlock {
    void ask(BiometricPrompt prompt, BiometricPrompt.PromptInfo info, BiometricPrompt.CryptoObject key) {
        // ruleid: java-android-key-unlocked
        prompt.authenticate(info);
        // ok: java-android-key-unlocked
        prompt.authenticate(info, key);
        // ruleid: java-android-key-unlocked
        new KeyGenParameterSpec.Builder("key", 3).setUserAuthenticationRequired(false).build();
        // ok: java-android-key-unlocked
        new KeyGenParameterSpec.Builder("key", 3).setUserAuthenticationRequired(true).build();
    }
}
