import java.net.URL;

class Transport {
    void send() throws Exception {
        // ruleid: java-clear-text-transport
        new URL("https://api.shop.com/login").openConnection();
        // ok: java-clear-text-transport
        new URL("https://api.shop.com/login").openConnection();
    }
}
