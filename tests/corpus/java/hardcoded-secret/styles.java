package org.sample;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.security.KeyStore;
import java.sql.*;
import java.util.*;
import javax.crypto.spec.*;
import javax.mail.Session;
import org.apache.commons.mail.*;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.core.userdetails.User;
import redis.clients.jedis.Jedis;

class Styles {
    // ruleid: hardcoded-secret
    public static final String DB_PASSWORD = "P@ssw0rd2024";
    // ok: hardcoded-secret
    public static final String DB_PASSWORD_ENV = "DB_PASSWORD";
    // ok: hardcoded-secret
    private static final String TOKEN_HEADER = "X-Auth-Token";
    // ruleid: hardcoded-secret
    private final String clientSecret = "8dyfuiRyq2vVc3RRr_edRk-fK__JItpZ";
    // ok: hardcoded-secret
    private final String clientSecretName = "oauth.client.secret";
    // ok: hardcoded-secret
    String passwordHint = "At least 8 characters";

    Connection a() throws SQLException {
        String user = "root";
        String pass = "toor1234";
        // ruleid: hardcoded-secret
        return DriverManager.getConnection("jdbc:mysql://localhost/x", user, pass);
    }

    @Bean
    DriverManagerDataSource b(String configured) {
        DriverManagerDataSource source = new DriverManagerDataSource();
        // ruleid: hardcoded-secret
        source.setPassword("qwerty12");
        // ok: hardcoded-secret
        source.setPassword(configured);
        return source;
    }

    void c(String configured) throws Exception {
        Email email = new SimpleEmail();
        // ruleid: hardcoded-secret
        email.setAuthenticator(new DefaultAuthenticator("me", "mailpass1"));
        // ok: hardcoded-secret
        email.setAuthentication("me", configured);
        Session.getInstance(new Properties(), new javax.mail.Authenticator() {
            protected javax.mail.PasswordAuthentication getPasswordAuthentication() {
                // ruleid: hardcoded-secret
                return new javax.mail.PasswordAuthentication("me", "mailpass1");
            }
        });
    }

    void d() {
        // ruleid: hardcoded-secret
        User.withUsername("admin").password("{noop}admin123").roles("ADMIN").build();
        Jedis jedis = new Jedis("localhost");
        // ruleid: hardcoded-secret
        jedis.auth("r3dispass");
        // ok: hardcoded-secret
        jedis.auth(System.getenv("REDIS_PASSWORD"));
    }

    void e(Properties config) throws Exception {
        char[] pw = "changeit2".toCharArray();
        KeyStore ks = KeyStore.getInstance("JKS");
        // ruleid: hardcoded-secret
        ks.load(null, pw);
        // ok: hardcoded-secret
        ks.load(null, config.getProperty("keystore.password").toCharArray());
        byte[] key = "MySuperSecretKey".getBytes("UTF-8");
        // ruleid: hardcoded-secret
        SecretKeySpec spec = new SecretKeySpec(key, "AES");
        // ruleid: hardcoded-secret
        String dsn = "postgresql://app:s3cretpw@db.internal/prod";
        // ok: hardcoded-secret
        String plain = "postgresql://db.internal/prod";
    }
}
