import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

class Protocols {
    void protocols(SSLSocket socket) throws Exception {
        // ruleid: weak-tls-version
        SSLContext.getInstance("TLSv1.2");
        // ok: weak-tls-version
        SSLContext.getInstance("SSL");
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

    void settings(HttpClientOptions options, Properties mail) {
        // ruleid: weak-tls-version
        options.addEnabledSecureTransportProtocol("TLSv1.2");
        // ok: weak-tls-version
        options.addEnabledSecureTransportProtocol("TLSv1.3");
        // ruleid: weak-tls-version
        mail.put("mail.smtp.ssl.protocols", "TLSv1.2");
        // ok: weak-tls-version
        mail.put("mail.smtp.ssl.protocols", "TLSv1.3");
        // ruleid: weak-tls-version
        System.setProperty("https.protocols", "TLSv1.2");
        // ok: weak-tls-version
        System.setProperty("https.protocols", "TLSv1.2,TLSv1.3");
    }
}
