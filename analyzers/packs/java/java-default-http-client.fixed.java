class Client {
    void open() {
        // ruleid: java-default-http-client
        Object client = org.apache.http.impl.client.HttpClients.createSystem();
        // ok: java-default-http-client
        Object good = HttpClients.createSystem();
    }
}
