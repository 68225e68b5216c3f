class Tags {
    void tags(byte[] nonce, int bits) {
        // ruleid: short-gcm-tag
        new GCMParameterSpec(64, nonce);
        // ruleid: short-gcm-tag
        new javax.crypto.spec.GCMParameterSpec(32, nonce, 0, 12);
        // ok: short-gcm-tag
        new GCMParameterSpec(128, nonce);
        // ok: short-gcm-tag
        new GCMParameterSpec(96, nonce);
        // ok: short-gcm-tag
        new GCMParameterSpec(bits, nonce);
    }
}
