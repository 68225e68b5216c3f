import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

class Protocols {
    void protocols(SSLSocket socket) throws Exception {
        // ruleid: weak-tls-version
        SSLContext.getInstance("TLSv1.2");
        // ruleid: weak-tls-version
        SSLContext old = SSLContext.getInstance("TLSv1.2");
        // ruleid: weak-tls-version
        socket.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.2"});
        // ok: weak-tls-version
        SSLContext.getInstance("TLS");
        // ok: weak-tls-version
        SSLContext.getInstance("TLSv1.3");
        // ok: weak-tls-version
        socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    }
}
