class Nulls {
    void check(String name) {
        // ruleid: inverted-null-check
        if (name == null && name.isEmpty()) {
            work();
        }
        // ruleid: inverted-null-check
        if (name != null || name.isEmpty()) {
            work();
        }
        // ok: inverted-null-check
        if (name == null || name.isEmpty()) {
            work();
        }
        // ok: inverted-null-check
        if (name != null && !name.isEmpty()) {
            work();
        }
    }
}
