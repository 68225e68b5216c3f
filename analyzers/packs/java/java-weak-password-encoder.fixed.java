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
