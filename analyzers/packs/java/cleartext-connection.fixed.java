import java.net.URL;

class Transport {
    void send() throws Exception {
        // ruleid: cleartext-connection
        new URL("https://api.shop.com/login").openConnection();
        // ok: cleartext-connection
        new URL("https://api.shop.com/login").openConnection();
    }

    void channel(HttpSecurity http) throws Exception {
        // ruleid: cleartext-connection
        http.requiresChannel().anyRequest().requiresInsecure();
        // ok: cleartext-connection
        http.requiresChannel().anyRequest().requiresSecure();
    }
}

class Directory {
    void connect(Hashtable<String, String> environment) {
        // ruleid: cleartext-connection
        environment.put(Context.PROVIDER_URL, "ldap://ldap.example.com:389");
        // ok: cleartext-connection
        environment.put(Context.PROVIDER_URL, "ldaps://ldap.shop.com:636");
        // ok: cleartext-connection
        environment.put(Context.PROVIDER_URL, "ldap://localhost:10389");
    }
}

class Documented {
    void open() throws Exception {
        // ruleid: cleartext-connection
        new URL("https://api.example.com/login").openConnection();
        // ok: cleartext-connection
        new URL("http://localhost:8080/login").openConnection();
    }
}
