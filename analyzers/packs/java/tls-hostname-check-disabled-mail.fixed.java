class Mail {
    void send() throws Exception {
        Email email = new SimpleEmail();
        email.setSSLOnConnect(true);
        // ruleid: tls-hostname-check-disabled-mail
        email.send();
    }

    void checked() throws Exception {
        Email email = new SimpleEmail();
        email.setSSLOnConnect(true);
        email.setSSLCheckServerIdentity(true);
        // ok: tls-hostname-check-disabled-mail
        email.send();
    }
}

class Settings {
    void session(java.util.Properties properties) {
        // ruleid: tls-hostname-check-disabled-mail
        properties.put("mail.smtp.ssl.checkserveridentity", true);
        // ruleid: tls-hostname-check-disabled-mail
        properties.setProperty("mail.smtp.ssl.trust", "*");
        // ruleid: tls-hostname-check-disabled-mail
        properties.setProperty("mail.smtps.ssl.checkserveridentity", "true");
        // ok: tls-hostname-check-disabled-mail
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
    }
}

class SentElsewhere {
    Email make() {
        HtmlEmail email = new HtmlEmail();
        // ruleid: tls-hostname-check-disabled-mail
        email.setSSLOnConnect(true);
        return email;
    }

    Email checked() {
        HtmlEmail email = new HtmlEmail();
        // ok: tls-hostname-check-disabled-mail
        email.setSSLOnConnect(true);
        email.setSSLCheckServerIdentity(true);
        return email;
    }
}
