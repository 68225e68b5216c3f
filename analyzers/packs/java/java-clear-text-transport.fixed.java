import java.net.URL;

class Transport {
    void send() throws Exception {
        // ruleid: java-clear-text-transport
        new URL("https://api.shop.com/login").openConnection();
        // ok: java-clear-text-transport
        new URL("https://api.shop.com/login").openConnection();
    }

    void channel(HttpSecurity http) throws Exception {
        // ruleid: java-clear-text-transport
        http.requiresChannel().anyRequest().requiresInsecure();
        // ok: java-clear-text-transport
        http.requiresChannel().anyRequest().requiresSecure();
    }
}
