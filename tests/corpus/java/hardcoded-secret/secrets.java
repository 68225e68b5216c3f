package shop.config;

import com.amazonaws.auth.BasicAWSCredentials;
import java.net.PasswordAuthentication;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Properties;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.ldap.core.support.LdapContextSource;

class Secrets {
    // ruleid: hardcoded-secret
    private static final String PASSWORD = "Tr0ub4dor&3";
    // ruleid: hardcoded-secret
    private String dbPassword = "s3cr3t-horse";
    // ruleid: hardcoded-secret
    private static final String API_KEY = "9f8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d";
    // ruleid: hardcoded-secret
    static final String secretKey = "kqX82hs9LmQpZ71b";
    // ruleid: hardcoded-secret
    private static final String AWS = "AKIAQ3EGRZT5W6KXY2LP";
    // ok: hardcoded-secret
    private static final String PASSWORD_FIELD = "password";
    // ok: hardcoded-secret
    private static final String PASSWORD_PROPERTY = "shop.database.password";
    // ok: hardcoded-secret
    private String password = "";
    // ok: hardcoded-secret
    private String token = System.getenv("TOKEN");
    // ok: hardcoded-secret
    @Value("${shop.password}") private String configured;
    // ok: hardcoded-secret
    private static final String PASSWORD_PLACEHOLDER = "changeme";
    // ok: hardcoded-secret
    private static final String INVALID_PASSWORD_MESSAGE = "The password is wrong";
    // ok: hardcoded-secret
    private String passwordPattern = "^[a-z]+$";

    void jdbc(String given) throws Exception {
        // ruleid: hardcoded-secret
        DriverManager.getConnection("jdbc:mysql://db/shop", "shop", "hunter22");
        // ok: hardcoded-secret
        DriverManager.getConnection("jdbc:mysql://db/shop", "shop", given);
        // ok: hardcoded-secret
        DriverManager.getConnection("jdbc:h2:mem:test", "sa", "");
        // ok: hardcoded-secret
        DriverManager.getConnection("jdbc:mysql://db/shop", "shop", System.getenv("DB_PASSWORD"));
        // ruleid: hardcoded-secret
        DriverManager.getConnection("jdbc:mysql://db/shop?user=shop&password=hunter22");
        String constant = "hunter2222";
        // ruleid: hardcoded-secret
        DriverManager.getConnection("jdbc:mysql://db/shop", "shop", constant);
    }

    void keys(byte[] given) throws Exception {
        // ruleid: hardcoded-secret
        new SecretKeySpec("0123456789abcdef".getBytes(), "AES");
        // ruleid: hardcoded-secret
        new SecretKeySpec(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}, "AES");
        byte[] raw = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        // ruleid: hardcoded-secret
        new SecretKeySpec(raw, "AES");
        // ok: hardcoded-secret
        new SecretKeySpec(given, "AES");
        // ruleid: hardcoded-secret
        new PBEKeySpec("correct horse".toCharArray());
        // ok: hardcoded-secret
        new PBEKeySpec(System.getenv("KEY").toCharArray());
        KeyStore store = KeyStore.getInstance("PKCS12");
        // ruleid: hardcoded-secret
        store.load(null, "changeit1".toCharArray());
        // ok: hardcoded-secret
        store.load(null, null);
    }

    void clients(LdapContextSource source, Properties properties, String given) {
        // ruleid: hardcoded-secret
        new BasicAWSCredentials("AKIAQ3EGRZT5W6KXY2LP", "wJalrXUtnFEMIK7MDENGbPxRfiCYq2Xz8vB41nQs");
        // ok: hardcoded-secret
        new BasicAWSCredentials(System.getenv("ID"), System.getenv("SECRET"));
        // ruleid: hardcoded-secret
        new PasswordAuthentication("user", "hunter22".toCharArray());
        // ruleid: hardcoded-secret
        source.setPassword("hunter22");
        // ok: hardcoded-secret
        source.setPassword(given);
        // ruleid: hardcoded-secret
        properties.put("password", "hunter22");
        // ok: hardcoded-secret
        properties.put("password", given);
        // ruleid: hardcoded-secret
        properties.setProperty("mail.smtp.password", "hunter22");
        // ruleid: hardcoded-secret
        String github = "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";
        // ruleid: hardcoded-secret
        String pem = "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7bq0\n-----END RSA PRIVATE KEY-----";
    }

    boolean login(String password) {
        // ruleid: hardcoded-secret
        if (password.equals("letmein42")) {
            return true;
        }
        // ok: hardcoded-secret
        if (password.equals("")) {
            return false;
        }
        // ruleid: hardcoded-secret
        return "admin1234".equals(password);
    }
}
