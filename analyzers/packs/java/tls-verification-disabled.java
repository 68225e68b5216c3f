import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import io.fabric8.kubernetes.client.ConfigBuilder;

class Trust {
    TrustManager all = new X509TrustManager() {
        // ok: tls-verification-disabled
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
        }

        // ruleid: tls-verification-disabled
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException { }

        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    };

    static class Checked implements X509TrustManager {
        private X509TrustManager other;

        // ok: tls-verification-disabled
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException();
        }

        // ok: tls-verification-disabled
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            other.checkServerTrusted(chain, type);
        }
    }

    void apache() throws Exception {
        // ruleid: tls-verification-disabled
        new SSLContextBuilder().loadTrustMaterial(null, (chain, type) -> true).build();
        // ruleid: tls-verification-disabled
        new SSLContextBuilder().loadTrustMaterial(new TrustSelfSignedStrategy());
        // ok: tls-verification-disabled
        new SSLContextBuilder().loadTrustMaterial(store, null).build();
    }
}

class Clients {
    void make() {
        // ruleid: tls-verification-disabled
        new WebClientOptions().setSsl(true).setTrustAll(true);
        // ok: tls-verification-disabled
        new WebClientOptions().setSsl(true).setTrustAll(false);
        // ruleid: tls-verification-disabled
        new SslContextFactory.Client(true);
        // ok: tls-verification-disabled
        new SslContextFactory.Client();
        // ruleid: tls-verification-disabled
        Dsl.config().setUseInsecureTrustManager(true);
        // ruleid: tls-verification-disabled
        Unirest.config().verifySsl(false);
        // ok: tls-verification-disabled
        Unirest.config().verifySsl(true);
    }
}

class Telling implements X509TrustManager {
    // ruleid: tls-verification-disabled
    public void checkServerTrusted(X509Certificate[] chain, String type) {
        LOG.debug("server {}", type);
    }

    // ok: tls-verification-disabled
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        checker.check(chain, type);
    }

    void optional(SslContextBuilder builder, Config config) {
        if (config.isUseInsecureTrustManager()) {
            // ok: tls-verification-disabled
            builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
        }
        // ruleid: tls-verification-disabled
        builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
    }

    void clients(RedisURI cache, ConnectionFactory rabbit, FTPSClient ftp, SSLContext context) throws Exception {
        // ruleid: tls-verification-disabled
        RedisURI.builder().withHost("cache").withSsl(true).withVerifyPeer(false).build();
        // ruleid: tls-verification-disabled
        RedisURI.Builder.redis("cache").withSsl(true).withVerifyPeer(SslVerifyMode.NONE).build();
        // ruleid: tls-verification-disabled
        cache.setVerifyPeer(false);
        // ok: tls-verification-disabled
        cache.setVerifyPeer(SslVerifyMode.FULL);
        // ruleid: tls-verification-disabled
        LettuceClientConfiguration.builder().useSsl().disablePeerVerification().build();
        // ruleid: tls-verification-disabled
        rabbit.useSslProtocol();
        // ruleid: tls-verification-disabled
        rabbit.useSslProtocol("TLSv1.3");
        // ok: tls-verification-disabled
        rabbit.useSslProtocol(context);
        // ruleid: tls-verification-disabled
        ftp.setTrustManager(TrustManagerUtils.getAcceptAllTrustManager());
        // ok: tls-verification-disabled
        ftp.setTrustManager(TrustManagerUtils.getValidateServerCertificateTrustManager());
        // ruleid: tls-verification-disabled
        new SSLUtil(new TrustAllTrustManager());
        // ruleid: tls-verification-disabled
        new ConfigBuilder().withMasterUrl("https://cluster").withTrustCerts(true).build();
        // ok: tls-verification-disabled
        new ConfigBuilder().withMasterUrl("https://cluster").withTrustCerts(false).build();
    }

    void chosenByTheUser(SslContextBuilder builder, Options options, boolean trustAll) {
        // ok: tls-verification-disabled
        if (trustAll) builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
        // ok: tls-verification-disabled
        builder.trustManager(options.insecure() ? InsecureTrustManagerFactory.INSTANCE : null);
    }
}
