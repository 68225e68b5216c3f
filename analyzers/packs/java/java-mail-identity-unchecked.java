class Mail {
    void send() throws Exception {
        Email email = new SimpleEmail();
        email.setSSLOnConnect(true);
        // ruleid: java-mail-identity-unchecked
        email.send();
    }

    void checked() throws Exception {
        Email email = new SimpleEmail();
        email.setSSLOnConnect(true);
        email.setSSLCheckServerIdentity(true);
        // ok: java-mail-identity-unchecked
        email.send();
    }
}

class Settings {
    void session(java.util.Properties properties) {
        // ruleid: java-mail-identity-unchecked
        properties.put("mail.smtp.ssl.checkserveridentity", false);
        // ruleid: java-mail-identity-unchecked
        properties.setProperty("mail.smtp.ssl.trust", "*");
        // ruleid: java-mail-identity-unchecked
        properties.setProperty("mail.smtps.ssl.checkserveridentity", "false");
        // ok: java-mail-identity-unchecked
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
    }
}

class SentElsewhere {
    Email make() {
        HtmlEmail email = new HtmlEmail();
        // ruleid: java-mail-identity-unchecked
        email.setSSLOnConnect(true);
        return email;
    }

    Email checked() {
        HtmlEmail email = new HtmlEmail();
        // ok: java-mail-identity-unchecked
        email.setSSLOnConnect(true);
        email.setSSLCheckServerIdentity(true);
        return email;
    }
}
