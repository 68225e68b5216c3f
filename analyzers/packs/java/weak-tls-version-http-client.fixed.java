class Client {
    void open() {
        // ruleid: weak-tls-version-http-client
        Object client = org.apache.http.impl.client.HttpClients.createSystem();
        // ok: weak-tls-version-http-client
        Object good = HttpClients.createSystem();
    }
}
