class Client {
    void open() {
        // ruleid: java-default-http-client
        Object client = new DefaultHttpClient();
        // ok: java-default-http-client
        Object good = HttpClients.createSystem();
    }
}
