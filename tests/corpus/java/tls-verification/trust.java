package shop.net;

import java.net.Socket;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.apache.commons.mail.Email;
import org.apache.commons.mail.SimpleEmail;
import org.apache.http.conn.ssl.AllowAllHostnameVerifier;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.conn.ssl.TrustAllStrategy;
import org.apache.http.conn.ssl.TrustSelfSignedStrategy;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.ssl.SSLContextBuilder;

class Connections {
    void trustAll() throws Exception {
        TrustManager[] all = new TrustManager[] {new X509TrustManager() {
            public X509Certificate[] getAcceptedIssuers() {
                return null;
            }

            // ruleid: tls-verification
            public void checkClientTrusted(X509Certificate[] chain, String type) {
            }

            // ruleid: tls-verification
            public void checkServerTrusted(X509Certificate[] chain, String type) {
            }
        }};
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(null, all, new SecureRandom());
    }

    static class Checked implements X509TrustManager {
        private X509TrustManager other;

        // ok: tls-verification
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            other.checkClientTrusted(chain, type);
        }

        // ok: tls-verification
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            other.checkServerTrusted(chain, type);
        }

        public X509Certificate[] getAcceptedIssuers() {
            return other.getAcceptedIssuers();
        }
    }

    void hostnames(HttpsURLConnection connection) {
        // ruleid: tls-verification
        HttpsURLConnection.setDefaultHostnameVerifier((hostname, session) -> true);
        // ruleid: tls-verification
        connection.setHostnameVerifier((name, session) -> true);
        connection.setHostnameVerifier(new HostnameVerifier() {
            // ruleid: tls-verification
            public boolean verify(String hostname, SSLSession session) {
                return true;
            }
        });
        connection.setHostnameVerifier(new HostnameVerifier() {
            // ok: tls-verification
            public boolean verify(String hostname, SSLSession session) {
                return hostname.equals("shop.com") && HttpsURLConnection.getDefaultHostnameVerifier().verify(hostname, session);
            }
        });
        // ok: tls-verification
        connection.setHostnameVerifier(HttpsURLConnection.getDefaultHostnameVerifier());
        HostnameVerifier strict = (hostname, session) -> hostname.endsWith(".shop.com");
    }

    void apache() throws Exception {
        // ruleid: tls-verification
        HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build();
        // ruleid: tls-verification
        HttpClients.custom().setSSLHostnameVerifier(new NoopHostnameVerifier()).build();
        // ruleid: tls-verification
        HttpClients.custom().setHostnameVerifier(new AllowAllHostnameVerifier());
        // ruleid: tls-verification
        HostnameVerifier verifier = SSLConnectionSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER;
        // ruleid: tls-verification
        SSLContextBuilder.create().loadTrustMaterial(null, new TrustAllStrategy()).build();
        // ruleid: tls-verification
        new SSLContextBuilder().loadTrustMaterial(null, (chain, type) -> true).build();
        // ok: tls-verification
        new SSLContextBuilder().loadTrustMaterial((KeyStore) null, null).build();
        // ok: tls-verification
        HttpClients.createDefault();
        // ruleid: tls-verification
        new SSLContextBuilder().loadTrustMaterial(TrustSelfSignedStrategy.INSTANCE).build();
    }

    void contexts() throws Exception {
        // ruleid: tls-verification
        SSLContext.getInstance("SSL");
        // ruleid: tls-verification
        SSLContext.getInstance("SSLv3");
        // ruleid: tls-verification
        SSLContext.getInstance("TLSv1");
        // ruleid: tls-verification
        SSLContext.getInstance("TLSv1.1");
        // ok: tls-verification
        SSLContext.getInstance("TLS");
        // ok: tls-verification
        SSLContext.getInstance("TLSv1.2");
        // ok: tls-verification
        SSLContext.getDefault();
    }

    void protocols(SSLSocket socket) {
        // ruleid: tls-verification
        socket.setEnabledProtocols(new String[] {"TLSv1", "TLSv1.2"});
        // ok: tls-verification
        socket.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
        // ruleid: tls-verification
        socket.setEnabledCipherSuites(new String[] {"TLS_RSA_WITH_NULL_SHA256"});
    }

    void okhttp(javax.net.ssl.SSLSocketFactory factory, X509TrustManager manager) {
        // ruleid: tls-verification
        new OkHttpClient.Builder().hostnameVerifier((name, session) -> true).build();
        // ok: tls-verification
        new OkHttpClient.Builder().sslSocketFactory(factory, manager).build();
    }

    void mail() {
        Email email = new SimpleEmail();
        // ok: tls-verification
        email.setSSLCheckServerIdentity(true);
        // ruleid: tls-verification
        email.setSSLCheckServerIdentity(false);
        // ruleid: tls-verification
        System.setProperty("com.sun.jndi.ldap.object.disableEndpointIdentification", "true");
        // ruleid: tls-verification
        System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "true");
    }
}
