class Encoders {
    PasswordEncoder weak() {
        // ruleid: java-weak-password-encoder
        return NoOpPasswordEncoder.getInstance();
    }

    PasswordEncoder digest() {
        // ruleid: java-weak-password-encoder
        return new MessageDigestPasswordEncoder("SHA-256");
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
            new BasicPasswordEncryptor(),
            // ok: java-weak-password-encoder
            new StrongPasswordEncryptor(),
        };
    }
}
