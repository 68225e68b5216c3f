package bench;

import java.net.*;
import java.security.cert.*;
import javax.net.ssl.*;
import okhttp3.*;
import org.apache.commons.net.smtp.*;
import org.apache.commons.mail.*;
import org.apache.http.conn.ssl.*;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.ssl.SSLContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.handler.ssl.SslContextBuilder;
import android.net.http.SslError;
import android.webkit.*;
import java.util.Properties;

public class TlsTrust {
    static class TrustAll implements X509TrustManager {
        @Override
        // todoruleid: tls-verification
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
        }

        @Override
        // todoruleid: tls-verification
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    static class Pinned implements X509TrustManager {
        private final X509TrustManager delegate;
        Pinned(X509TrustManager d) { delegate = d; }

        // ok: tls-verification
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            delegate.checkClientTrusted(chain, authType);
        }

        // ok: tls-verification
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            delegate.checkServerTrusted(chain, authType);
            if (chain.length == 0) throw new CertificateException("empty");
        }

        public X509Certificate[] getAcceptedIssuers() { return delegate.getAcceptedIssuers(); }
    }

    static class Extended extends X509ExtendedTrustManager {
        // ruleid: tls-verification
        public void checkClientTrusted(X509Certificate[] c, String a, Socket s) { }
        // ruleid: tls-verification
        public void checkServerTrusted(X509Certificate[] c, String a, Socket s) { }
        // ruleid: tls-verification
        public void checkClientTrusted(X509Certificate[] c, String a, SSLEngine e) { }
        // ruleid: tls-verification
        public void checkServerTrusted(X509Certificate[] c, String a, SSLEngine e) { }
        // ruleid: tls-verification
        public void checkClientTrusted(X509Certificate[] c, String a) { }
        // ruleid: tls-verification
        public void checkServerTrusted(X509Certificate[] c, String a) { }
        public X509Certificate[] getAcceptedIssuers() { return null; }
    }

    void verifiers(HttpsURLConnection c) throws Exception {
        // ruleid: tls-verification
        HttpsURLConnection.setDefaultHostnameVerifier((h, s) -> true);
        c.setHostnameVerifier(new HostnameVerifier() {
            @Override
            // todoruleid: tls-verification
            public boolean verify(String hostname, SSLSession session) {
                return true;
            }
        });
        // ok: tls-verification
        c.setHostnameVerifier((h, s) -> h.equals("example.com"));
        // ruleid: tls-verification
        c.setHostnameVerifier(NoopHostnameVerifier.INSTANCE);
        // ruleid: tls-verification
        c.setHostnameVerifier(SSLConnectionSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER);
        // ok: tls-verification
        c.setHostnameVerifier(new DefaultHostnameVerifier());
        // ruleid: tls-verification
        new OkHttpClient.Builder().hostnameVerifier((a, b) -> true).build();
        // ok: tls-verification
        new OkHttpClient.Builder().build();
        // ruleid: tls-verification
        HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build();
        // ruleid: tls-verification
        new SSLConnectionSocketFactory(SSLContext.getDefault(), new NoopHostnameVerifier());
        // ruleid: tls-verification
        SSLContextBuilder.create().loadTrustMaterial(null, (chain, type) -> true);
        // ruleid: tls-verification
        SSLContextBuilder.create().loadTrustMaterial(null, TrustAllStrategy.INSTANCE);
        // ruleid: tls-verification
        SSLContextBuilder.create().loadTrustMaterial(null, new TrustSelfSignedStrategy());
        // ruleid: tls-verification
        SslContextBuilder.forClient().trustManager(InsecureTrustManagerFactory.INSTANCE);
        SSLContext ctx = SSLContext.getInstance("TLS");
        // ok: tls-verification
        ctx.init(null, new TrustManager[] {new TrustAll()}, null);
        // ok: tls-verification
        ctx.init(null, null, null);
        SSLSocket s = (SSLSocket) ctx.getSocketFactory().createSocket("h", 1);
        // ruleid: tls-verification
        s.setEnabledProtocols(new String[] {"TLSv1"});
        // ok: tls-verification
        s.setEnabledProtocols(new String[] {"TLSv1.3"});
        // ruleid: tls-verification
        s.setEnabledCipherSuites(new String[] {"TLS_RSA_WITH_NULL_MD5"});
        // ok: tls-verification
        new OkHttpClient.Builder().connectionSpecs(null).build();
        // ruleid: tls-verification
        new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS).tlsVersions(TlsVersion.TLS_1_0).build();
        // ok: tls-verification
        new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS).tlsVersions(TlsVersion.TLS_1_2).build();
    }

    void mail() throws Exception {
        Email e = new SimpleEmail();
        e.setSSLOnConnect(true);
        // ok: tls-verification
        e.setSSLCheckServerIdentity(true);
        Properties p = new Properties();
        // ruleid: tls-verification
        p.put("mail.smtp.ssl.checkserveridentity", false);
        // ruleid: tls-verification
        p.put("mail.smtp.ssl.trust", "*");
        // ok: tls-verification
        p.put("mail.smtp.starttls.enable", "true");
    }

    static class Client extends WebViewClient {
        @Override
        public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
            // ruleid: tls-verification
            handler.proceed();
        }
    }

    static class Careful extends WebViewClient {
        @Override
        public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
            // ok: tls-verification
            handler.cancel();
        }
    }

    HostnameVerifier method() {
        return new HostnameVerifier() {
            // ok: tls-verification
            public boolean verify(String h, SSLSession s) {
                return HttpsURLConnection.getDefaultHostnameVerifier().verify(h, s);
            }
        };
    }
}
