class Login {
    boolean login(User user, String password) {
        // ruleid: java-password-compared-plain
        return user.getPassword().equals(password);
    }

    boolean authenticate(User user, String password) {
        // ok: java-password-compared-plain
        return encoder.matches(password, user.getPassword());
    }
}
