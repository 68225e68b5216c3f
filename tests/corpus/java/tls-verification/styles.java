package org.sample;

import java.net.URL;
import java.security.cert.*;
import javax.net.ssl.*;
import org.apache.http.conn.ssl.*;
import org.apache.http.impl.client.*;
import org.apache.http.ssl.SSLContexts;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;

class Styles {
    static class Everyone implements HostnameVerifier {
        // ruleid: tls-verification
        @Override
        public boolean verify(final String host, final SSLSession session) {
            return true;
        }
    }

    static class Some implements HostnameVerifier {
        // ok: tls-verification
        @Override
        public boolean verify(String host, SSLSession session) {
            return "a.sample.org".equals(host);
        }
    }

    TrustManager[] managers = {new X509TrustManager() {
        // ruleid: tls-verification
        @Override
        public void checkClientTrusted(java.security.cert.X509Certificate[] certs, String authType) {}

        // ruleid: tls-verification
        @Override
        public void checkServerTrusted(java.security.cert.X509Certificate[] certs, String authType) throws CertificateException {
            // accept
        }

        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[] {};
        }
    }};

    void clients() throws Exception {
        // ruleid: tls-verification
        SSLContexts.custom().loadTrustMaterial(null, (c, t) -> true).build();
        // ruleid: tls-verification
        new SSLConnectionSocketFactory(SSLContexts.createDefault(), NoopHostnameVerifier.INSTANCE);
        // ok: tls-verification
        new SSLConnectionSocketFactory(SSLContexts.createDefault(), new DefaultHostnameVerifier());
        // ruleid: tls-verification
        SslContextBuilder.forClient().trustManager(InsecureTrustManagerFactory.INSTANCE).build();
        // ok: tls-verification
        SslContextBuilder.forClient().build();
        HostnameVerifier any = (h, s) -> true;
        HttpsURLConnection c = (HttpsURLConnection) new URL("https://a").openConnection();
        // ok: tls-verification
        c.setSSLSocketFactory(SSLContext.getDefault().getSocketFactory());
    }

    void protocol(SSLEngine engine, SSLServerSocket socket) throws Exception {
        String protocol = "SSLv3";
        // ruleid: tls-verification
        SSLContext old = SSLContext.getInstance(protocol);
        // ruleid: tls-verification
        engine.setEnabledProtocols(new String[] {"SSLv3"});
        String[] good = {"TLSv1.3"};
        // ok: tls-verification
        socket.setEnabledProtocols(good);
    }
}
