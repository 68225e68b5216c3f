class Nulls {
    void check(String name) {
        // ruleid: null-check-inverted
        if (name == null || name.isEmpty()) {
            work();
        }
        // ruleid: null-check-inverted
        if (name != null || name.isEmpty()) {
            work();
        }
        // ok: null-check-inverted
        if (name == null || name.isEmpty()) {
            work();
        }
        // ok: null-check-inverted
        if (name != null && !name.isEmpty()) {
            work();
        }
    }
}
