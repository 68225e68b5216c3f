class Tags {
    void tags(byte[] nonce, int bits) {
        // ruleid: java-gcm-tag-short
        new GCMParameterSpec(64, nonce);
        // ruleid: java-gcm-tag-short
        new javax.crypto.spec.GCMParameterSpec(32, nonce, 0, 12);
        // ok: java-gcm-tag-short
        new GCMParameterSpec(128, nonce);
        // ok: java-gcm-tag-short
        new GCMParameterSpec(96, nonce);
        // ok: java-gcm-tag-short
        new GCMParameterSpec(bits, nonce);
    }
}
