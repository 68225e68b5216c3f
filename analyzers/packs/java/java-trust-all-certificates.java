import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.X509TrustManager;

class TrustAll implements X509TrustManager {
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    // ruleid: java-trust-all-certificates
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    void connect(HttpsURLConnection connection) {
        // ruleid: java-trust-all-certificates
        connection.setHostnameVerifier((host, session) -> true);
    }
}

class Checked implements X509TrustManager {
    private X509TrustManager inner;

    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    // ok: java-trust-all-certificates
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        inner.checkServerTrusted(chain, type);
    }

    public X509Certificate[] getAcceptedIssuers() {
        return inner.getAcceptedIssuers();
    }

    void quiet(HttpsURLConnection connection) {
        // ok: java-trust-all-certificates
        connection.setHostnameVerifier((host, session) -> host.equals("example.org"));
    }
}
