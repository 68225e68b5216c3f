class Suites {
    void suites(javax.net.ssl.SSLSocket socket) {
        // ruleid: java-tls-weak-cipher-suite
        socket.setEnabledCipherSuites(new String[] {"TLS_RSA_WITH_NULL_SHA256"});
        // ok: java-tls-weak-cipher-suite
        socket.setEnabledCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"});
    }
}

class Parameters {
    void set(SSLParameters parameters) {
        // ruleid: java-tls-weak-cipher-suite
        parameters.setCipherSuites(new String[] {"TLS_RSA_WITH_NULL_SHA256"});
        // ruleid: java-tls-weak-cipher-suite
        new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS).cipherSuites(CipherSuite.TLS_RSA_WITH_3DES_EDE_CBC_SHA);
        // ruleid: java-tls-weak-cipher-suite
        parameters.setCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"});
        // ruleid: java-tls-weak-cipher-suite
        parameters.setCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"});
        // ok: java-tls-weak-cipher-suite
        parameters.setCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"});
    }
}
