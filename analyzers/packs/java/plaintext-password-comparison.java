class Login {
    boolean login(User user, String password) {
        // ruleid: plaintext-password-comparison
        return user.getPassword().equals(password);
    }

    boolean authenticate(User user, String password) {
        // ok: plaintext-password-comparison
        return encoder.matches(password, user.getPassword());
    }
}
