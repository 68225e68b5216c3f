class Encoders {
    PasswordEncoder weak() {
        // ruleid: weak-password-hash-spring-encoder
        return new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder();
    }

    PasswordEncoder digest() {
        // ruleid: weak-password-hash-spring-encoder
        return new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder();
    }

    PasswordEncoder strong() {
        // ok: weak-password-hash-spring-encoder
        return new BCryptPasswordEncoder();
    }
}

class Jasypt {
    Object[] encryptors() {
        return new Object[] {
            // ruleid: weak-password-hash-spring-encoder
            new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder(),
            // ok: weak-password-hash-spring-encoder
            new StrongPasswordEncryptor(),
        };
    }
}
