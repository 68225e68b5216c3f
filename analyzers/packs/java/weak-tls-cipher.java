class Suites {
    void suites(javax.net.ssl.SSLSocket socket) {
        // ruleid: weak-tls-cipher
        socket.setEnabledCipherSuites(new String[] {"TLS_RSA_WITH_NULL_SHA256"});
        // ok: weak-tls-cipher
        socket.setEnabledCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"});
    }
}

class Parameters {
    void set(SSLParameters parameters) {
        // ruleid: weak-tls-cipher
        parameters.setCipherSuites(new String[] {"TLS_RSA_WITH_NULL_SHA256"});
        // ruleid: weak-tls-cipher
        new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS).cipherSuites(CipherSuite.TLS_RSA_WITH_3DES_EDE_CBC_SHA);
        // ruleid: weak-tls-cipher
        parameters.setCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256", "TLS_RSA_WITH_RC4_128_SHA", "SSL_RSA_WITH_DES_CBC_SHA"});
        // ruleid: weak-tls-cipher
        parameters.setCipherSuites(new String[] {"TLS_RSA_WITH_RC4_128_MD5", "TLS_AES_128_GCM_SHA256"});
        // ok: weak-tls-cipher
        parameters.setCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"});
    }
}
