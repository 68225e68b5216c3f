class Checks {
    void check(int id) {
        if (id < 0) {
            // ruleid: exception-not-raised
            throw new IllegalArgumentException("id");
        }
        if (id > 9) {
            // ok: exception-not-raised
            throw new IllegalArgumentException("id");
        }
    }
}
