class Suites {
    void suites(javax.net.ssl.SSLSocket socket) {
        // ruleid: java-tls-weak-cipher-suite
        socket.setEnabledCipherSuites(new String[] {"TLS_RSA_WITH_NULL_SHA256"});
        // ok: java-tls-weak-cipher-suite
        socket.setEnabledCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"});
    }
}
