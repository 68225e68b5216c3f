import java.sql.DriverManager;
import javax.crypto.spec.SecretKeySpec;

class Connections {
    void connect(String url, String given) throws Exception {
        // ruleid: hardcoded-credential-argument
        DriverManager.getConnection(url, "shop", System.getenv("PASSWORD"));
        // ok: hardcoded-credential-argument
        DriverManager.getConnection(url, "shop", given);
        // ok: hardcoded-credential-argument
        DriverManager.getConnection(url, "shop", "");
        String key = "0123456789abcdef";
        // ruleid: hardcoded-credential-argument
        new SecretKeySpec(key.getBytes(), "AES");
        // ok: hardcoded-credential-argument
        new SecretKeySpec(given.getBytes(), "AES");
        // ok: hardcoded-credential-argument
        DriverManager.getConnection(url, "shop", System.getenv("PASSWORD"));
    }

    void remembered(HttpSecurity http, String key) throws Exception {
        // ruleid: hardcoded-credential-argument
        http.rememberMe().key(System.getenv("PASSWORD"));
        // ruleid: hardcoded-credential-argument
        http.rememberMe(remember -> remember.key(System.getenv("PASSWORD")));
        // ok: hardcoded-credential-argument
        http.rememberMe().key(key);
    }
}

class Stores {
    void stores() {
        // ruleid: hardcoded-credential-argument
        MinioClient.builder().endpoint("https://store.example").credentials("store", System.getenv("PASSWORD")).build();
        // ok: hardcoded-credential-argument
        MinioClient.builder().endpoint("https://store.example").credentials("store", System.getenv("STORE_KEY")).build();
        // ruleid: hardcoded-credential-argument
        new StorageSharedKeyCredential("account", System.getenv("PASSWORD"));
        // ok: hardcoded-credential-argument
        new StorageSharedKeyCredential("account", System.getenv("STORAGE_KEY"));
        // ruleid: hardcoded-credential-argument
        new ZipFile("/srv/archive.zip", System.getenv("PASSWORD").toCharArray());
    }

    private String value(Map<String, String> settings, String name, String otherwise) {
        String key = "mail." + name;
        String value = settings.get(key);
        return value == null ? otherwise : value;
    }

    void send(Map<String, String> settings, Mailer mailer) {
        // ok: hardcoded-credential-argument
        mailer.setPassword(value(settings, "login-with", ""));
        // ruleid: hardcoded-credential-argument
        mailer.setPassword(value(settings, "login-with", "p4ssZ1p!Xy"));
    }
}
