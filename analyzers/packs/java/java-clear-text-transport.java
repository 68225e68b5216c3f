import java.net.URL;

class Transport {
    void send() throws Exception {
        // ruleid: java-clear-text-transport
        new URL("http://api.shop.com/login").openConnection();
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

class Directory {
    void connect(Hashtable<String, String> environment) {
        // ruleid: java-clear-text-transport
        environment.put(Context.PROVIDER_URL, "ldap://ldap.example.com:389");
        // ok: java-clear-text-transport
        environment.put(Context.PROVIDER_URL, "ldaps://ldap.shop.com:636");
        // ok: java-clear-text-transport
        environment.put(Context.PROVIDER_URL, "ldap://localhost:10389");
    }
}

class Documented {
    void open() throws Exception {
        // ruleid: java-clear-text-transport
        new URL("http://api.example.com/login").openConnection();
        // ok: java-clear-text-transport
        new URL("http://localhost:8080/login").openConnection();
    }
}
