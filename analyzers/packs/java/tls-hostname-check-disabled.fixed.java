import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSession;
import io.fabric8.kubernetes.client.ConfigBuilder;

class Names {
    void names(HttpsURLConnection connection, Email email) {
        // ruleid: tls-hostname-check-disabled
        connection.setHostnameVerifier((host, session) -> true);
        // ruleid: tls-hostname-check-disabled
        HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> { return true; });
        // ruleid: tls-hostname-check-disabled
        HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build();
        connection.setHostnameVerifier(new HostnameVerifier() {
            // ruleid: tls-hostname-check-disabled
            @Override
            public boolean verify(String host, SSLSession session) {
                return true;
            }
        });
        // ruleid: tls-hostname-check-disabled
        email.setSSLCheckServerIdentity(true);
        // ok: tls-hostname-check-disabled
        connection.setHostnameVerifier((host, session) -> host.endsWith(".example.org"));
        // ok: tls-hostname-check-disabled
        email.setSSLCheckServerIdentity(true);
        connection.setHostnameVerifier(new HostnameVerifier() {
            // ok: tls-hostname-check-disabled
            @Override
            public boolean verify(String host, SSLSession session) {
                return host.equals("example.org");
            }
        });
    }

    HostnameVerifier lenient() {
        // ruleid: tls-hostname-check-disabled
        return (host, session) -> true;
    }

    HostnameVerifier block() {
        // ruleid: tls-hostname-check-disabled
        return (name, s) -> { return true; };
    }

    HostnameVerifier one() {
        // ok: tls-hostname-check-disabled
        return (host, session) -> host.equals("db.internal");
    }

    BiPredicate<String, String> always() {
        // ok: tls-hostname-check-disabled
        return (left, right) -> true;
    }

    void ssh(Session session, Properties settings) {
        // ruleid: tls-hostname-check-disabled
        session.setConfig("StrictHostKeyChecking", "no");
        // ruleid: tls-hostname-check-disabled
        settings.put("StrictHostKeyChecking", "no");
        // ok: tls-hostname-check-disabled
        session.setConfig("StrictHostKeyChecking", "yes");
    }
}

class Options {
    void set(Properties mail, Map<String, Object> kafka, MongoClientSettings.Builder mongo) {
        // ruleid: tls-hostname-check-disabled
        new WebClientOptions().setSsl(true).setVerifyHost(false);
        // ok: tls-hostname-check-disabled
        new WebClientOptions().setSsl(true).setVerifyHost(true);
        // ruleid: tls-hostname-check-disabled
        mongo.applyToSslSettings(ssl -> ssl.enabled(true).invalidHostNameAllowed(true));
        // ruleid: tls-hostname-check-disabled
        mail.put("mail.smtp.ssl.trust", "*");
        // ok: tls-hostname-check-disabled
        mail.put("mail.smtp.ssl.trust", "mail.example.com");
        // ruleid: tls-hostname-check-disabled
        kafka.put("ssl.endpoint.identification.algorithm", "");
        // ok: tls-hostname-check-disabled
        kafka.put("ssl.endpoint.identification.algorithm", "https");
    }
}

class Parameters {
    void set(SSLParameters parameters) {
        // ruleid: tls-hostname-check-disabled
        parameters.setEndpointIdentificationAlgorithm("");
        // ok: tls-hostname-check-disabled
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }

    void clients(SSLParameters parameters, NetClientOptions options, MqttConnectOptions mqtt, FTPSClient ftp) {
        // ruleid: tls-hostname-check-disabled
        parameters.setEndpointIdentificationAlgorithm(null);
        // ok: tls-hostname-check-disabled
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        // ruleid: tls-hostname-check-disabled
        SslContextBuilder.forClient().endpointIdentificationAlgorithm(null).build();
        // ruleid: tls-hostname-check-disabled
        options.setHostnameVerificationAlgorithm("");
        // ok: tls-hostname-check-disabled
        options.setHostnameVerificationAlgorithm("HTTPS");
        // ruleid: tls-hostname-check-disabled
        RedisURI.builder().withHost("cache").withVerifyPeer(SslVerifyMode.CA).build();
        // ruleid: tls-hostname-check-disabled
        mqtt.setHttpsHostnameVerificationEnabled(false);
        // ruleid: tls-hostname-check-disabled
        ftp.setEndpointCheckingEnabled(false);
        // ok: tls-hostname-check-disabled
        ftp.setEndpointCheckingEnabled(true);
        // ruleid: tls-hostname-check-disabled
        new ConfigBuilder().withDisableHostnameVerification(true).build();
    }

    void chosenByTheUser(HttpClientBuilder builder, Options options) {
        // ok: tls-hostname-check-disabled
        if (options.isInsecure()) builder.setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE);
    }
}
