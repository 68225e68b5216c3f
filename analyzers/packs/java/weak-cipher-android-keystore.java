import android.security.keystore.KeyGenParameterSpec;
import android.security.keystore.KeyProperties;

class Keys {
    Object[] make(KeyGenParameterSpec.Builder builder) {
        // ruleid: weak-cipher-android-keystore
        builder.setBlockModes(KeyProperties.BLOCK_MODE_CBC, KeyProperties.BLOCK_MODE_ECB);
        // ruleid: weak-cipher-android-keystore
        builder.setRandomizedEncryptionRequired(false);
        // ruleid: weak-cipher-android-keystore
        builder.setDigests(KeyProperties.DIGEST_MD5);
        // ruleid: weak-cipher-android-keystore
        builder.setDigests(KeyProperties.DIGEST_SHA256, KeyProperties.DIGEST_MD5);
        // ok: weak-cipher-android-keystore
        builder.setBlockModes(KeyProperties.BLOCK_MODE_GCM);
        // ok: weak-cipher-android-keystore
        builder.setDigests(KeyProperties.DIGEST_SHA256);
        Object rsa =
            new KeyGenParameterSpec.Builder("key", 3)
                // ok: weak-cipher-android-keystore
                .setBlockModes(KeyProperties.BLOCK_MODE_ECB)
                .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_RSA_OAEP)
                .build();
        return new Object[] {rsa};
    }
}
