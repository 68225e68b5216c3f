class Encoders {
    PasswordEncoder weak() {
        // ruleid: weak-password-hash-spring-encoder
        return NoOpPasswordEncoder.getInstance();
    }

    PasswordEncoder digest() {
        // ruleid: weak-password-hash-spring-encoder
        return new MessageDigestPasswordEncoder("SHA-256");
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
            new BasicPasswordEncryptor(),
            // ok: weak-password-hash-spring-encoder
            new StrongPasswordEncryptor(),
        };
    }
}
