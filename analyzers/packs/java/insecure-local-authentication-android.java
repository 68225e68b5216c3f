import android.security.keystore.KeyGenParameterSpec;
import androidx.biometric.BiometricPrompt;

class Unlock {
    void ask(BiometricPrompt prompt, BiometricPrompt.PromptInfo info, BiometricPrompt.CryptoObject key) {
        // ruleid: insecure-local-authentication-android
        prompt.authenticate(info);
        // ok: insecure-local-authentication-android
        prompt.authenticate(info, key);
        // ruleid: insecure-local-authentication-android
        new KeyGenParameterSpec.Builder("key", 3).setUserAuthenticationRequired(false).build();
        // ok: insecure-local-authentication-android
        new KeyGenParameterSpec.Builder("key", 3).setUserAuthenticationRequired(true).build();
    }
}
