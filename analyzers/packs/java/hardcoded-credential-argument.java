import java.sql.DriverManager;
import javax.crypto.spec.SecretKeySpec;

class Connections {
    void connect(String url, String given) throws Exception {
        // ruleid: hardcoded-credential-argument
        DriverManager.getConnection(url, "shop", "hunter22");
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
        http.rememberMe().key("remembered-by");
        // ruleid: hardcoded-credential-argument
        http.rememberMe(remember -> remember.key("remembered-by"));
        // ok: hardcoded-credential-argument
        http.rememberMe().key(key);
    }
}

class Stores {
    void stores() {
        // ruleid: hardcoded-credential-argument
        MinioClient.builder().endpoint("https://store.example").credentials("store", "Vq8nT2xLw7RzPc4K").build();
        // ok: hardcoded-credential-argument
        MinioClient.builder().endpoint("https://store.example").credentials("store", System.getenv("STORE_KEY")).build();
        // ruleid: hardcoded-credential-argument
        new StorageSharedKeyCredential("account", "Zk3Rt7YpQw9LmNx2Vb5Hc8Jd1Fs4Ga6T");
        // ok: hardcoded-credential-argument
        new StorageSharedKeyCredential("account", System.getenv("STORAGE_KEY"));
        // ruleid: hardcoded-credential-argument
        new ZipFile("/srv/archive.zip", "p4ssZ1p!Xy".toCharArray());
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
