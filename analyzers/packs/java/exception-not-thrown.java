class Checks {
    void check(int id) {
        if (id < 0) {
            // ruleid: exception-not-thrown
            new IllegalArgumentException("id");
        }
        if (id > 9) {
            // ok: exception-not-thrown
            throw new IllegalArgumentException("id");
        }
    }
}
