import android.security.keystore.KeyGenParameterSpec;
import android.security.keystore.KeyProperties;

class Keys {
    Object[] make(KeyGenParameterSpec.Builder builder) {
        // ruleid: java-android-keystore-weak
        builder.setBlockModes(KeyProperties.BLOCK_MODE_CBC, KeyProperties.BLOCK_MODE_ECB);
        // ruleid: java-android-keystore-weak
        builder.setRandomizedEncryptionRequired(false);
        // ruleid: java-android-keystore-weak
        builder.setDigests(KeyProperties.DIGEST_MD5);
        // ruleid: java-android-keystore-weak
        builder.setDigests(KeyProperties.DIGEST_SHA256, KeyProperties.DIGEST_MD5);
        // ok: java-android-keystore-weak
        builder.setBlockModes(KeyProperties.BLOCK_MODE_GCM);
        // ok: java-android-keystore-weak
        builder.setDigests(KeyProperties.DIGEST_SHA256);
        Object rsa =
            new KeyGenParameterSpec.Builder("key", 3)
                // ok: java-android-keystore-weak
                .setBlockModes(KeyProperties.BLOCK_MODE_ECB)
                .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_RSA_OAEP)
                .build();
        return new Object[] {rsa};
    }
}
