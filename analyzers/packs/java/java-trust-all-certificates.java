import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

class Trust {
    TrustManager all = new X509TrustManager() {
        // ruleid: java-trust-all-certificates
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
        }

        // ruleid: java-trust-all-certificates
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException { }

        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    };

    static class Checked implements X509TrustManager {
        private X509TrustManager other;

        // ok: java-trust-all-certificates
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException();
        }

        // ok: java-trust-all-certificates
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            other.checkServerTrusted(chain, type);
        }
    }

    void apache() throws Exception {
        // ruleid: java-trust-all-certificates
        new SSLContextBuilder().loadTrustMaterial(null, (chain, type) -> true).build();
        // ruleid: java-trust-all-certificates
        new SSLContextBuilder().loadTrustMaterial(new TrustSelfSignedStrategy());
        // ok: java-trust-all-certificates
        new SSLContextBuilder().loadTrustMaterial(store, null).build();
    }
}

class Clients {
    void make() {
        // ruleid: java-trust-all-certificates
        new WebClientOptions().setSsl(true).setTrustAll(true);
        // ok: java-trust-all-certificates
        new WebClientOptions().setSsl(true).setTrustAll(false);
        // ruleid: java-trust-all-certificates
        new SslContextFactory.Client(true);
        // ok: java-trust-all-certificates
        new SslContextFactory.Client();
        // ruleid: java-trust-all-certificates
        Dsl.config().setUseInsecureTrustManager(true);
        // ruleid: java-trust-all-certificates
        Unirest.config().verifySsl(false);
        // ok: java-trust-all-certificates
        Unirest.config().verifySsl(true);
    }
}

class Telling implements X509TrustManager {
    // ruleid: java-trust-all-certificates
    public void checkServerTrusted(X509Certificate[] chain, String type) {
        LOG.debug("server {}", type);
    }

    // ok: java-trust-all-certificates
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        checker.check(chain, type);
    }
}
