import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSession;

class Names {
    void names(HttpsURLConnection connection, Email email) {
        // ruleid: java-hostname-unverified
        connection.setHostnameVerifier((host, session) -> true);
        // ruleid: java-hostname-unverified
        HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> { return true; });
        // ruleid: java-hostname-unverified
        HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build();
        connection.setHostnameVerifier(new HostnameVerifier() {
            // ruleid: java-hostname-unverified
            @Override
            public boolean verify(String host, SSLSession session) {
                return true;
            }
        });
        // ruleid: java-hostname-unverified
        email.setSSLCheckServerIdentity(false);
        // ok: java-hostname-unverified
        connection.setHostnameVerifier((host, session) -> host.endsWith(".example.org"));
        // ok: java-hostname-unverified
        email.setSSLCheckServerIdentity(true);
        connection.setHostnameVerifier(new HostnameVerifier() {
            // ok: java-hostname-unverified
            @Override
            public boolean verify(String host, SSLSession session) {
                return host.equals("example.org");
            }
        });
    }

    HostnameVerifier lenient() {
        // ruleid: java-hostname-unverified
        return (host, session) -> true;
    }

    HostnameVerifier block() {
        // ruleid: java-hostname-unverified
        return (name, s) -> { return true; };
    }

    HostnameVerifier one() {
        // ok: java-hostname-unverified
        return (host, session) -> host.equals("db.internal");
    }

    BiPredicate<String, String> always() {
        // ok: java-hostname-unverified
        return (left, right) -> true;
    }

    void ssh(Session session, Properties settings) {
        // ruleid: java-hostname-unverified
        session.setConfig("StrictHostKeyChecking", "no");
        // ruleid: java-hostname-unverified
        settings.put("StrictHostKeyChecking", "no");
        // ok: java-hostname-unverified
        session.setConfig("StrictHostKeyChecking", "yes");
    }
}

class Options {
    void set(Properties mail, Map<String, Object> kafka, MongoClientSettings.Builder mongo) {
        // ruleid: java-hostname-unverified
        new WebClientOptions().setSsl(true).setVerifyHost(false);
        // ok: java-hostname-unverified
        new WebClientOptions().setSsl(true).setVerifyHost(true);
        // ruleid: java-hostname-unverified
        mongo.applyToSslSettings(ssl -> ssl.enabled(true).invalidHostNameAllowed(true));
        // ruleid: java-hostname-unverified
        mail.put("mail.smtp.ssl.trust", "*");
        // ok: java-hostname-unverified
        mail.put("mail.smtp.ssl.trust", "mail.example.com");
        // ruleid: java-hostname-unverified
        kafka.put("ssl.endpoint.identification.algorithm", "");
        // ok: java-hostname-unverified
        kafka.put("ssl.endpoint.identification.algorithm", "https");
    }
}

class Parameters {
    void set(SSLParameters parameters) {
        // ruleid: java-hostname-unverified
        parameters.setEndpointIdentificationAlgorithm("");
        // ok: java-hostname-unverified
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
}
