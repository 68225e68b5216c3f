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
