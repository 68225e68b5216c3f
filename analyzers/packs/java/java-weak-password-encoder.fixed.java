class Encoders {
    PasswordEncoder weak() {
        // ruleid: java-weak-password-encoder
        return new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder();
    }

    PasswordEncoder digest() {
        // ruleid: java-weak-password-encoder
        return new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder();
    }

    PasswordEncoder strong() {
        // ok: java-weak-password-encoder
        return new BCryptPasswordEncoder();
    }
}

class Jasypt {
    Object[] encryptors() {
        return new Object[] {
            // ruleid: java-weak-password-encoder
            new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder(),
            // ok: java-weak-password-encoder
            new StrongPasswordEncryptor(),
        };
    }
}
