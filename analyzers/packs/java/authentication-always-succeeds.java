class Checks {
    // ruleid: authentication-always-succeeds
    boolean authenticate(String user, String password) {
        return true;
    }

    // ruleid: authentication-always-succeeds
    public static boolean verifyToken(String token) {
        return true;
    }

    // ok: authentication-always-succeeds
    boolean checkPassword(String user, String password) {
        return encoder.matches(password, hashes.get(user));
    }

    // ok: authentication-always-succeeds
    boolean isAuthenticated() {
        return true;
    }

    // ok: authentication-always-succeeds
    boolean accepts(String user, String token) {
        return true;
    }

    // ok: authentication-always-succeeds
    boolean authenticate(String user, String password) {
        return false;
    }
}
