class Client {
    void open() {
        // ruleid: weak-tls-version-http-client
        Object client = new DefaultHttpClient();
        // ok: weak-tls-version-http-client
        Object good = HttpClients.createSystem();
    }
}
