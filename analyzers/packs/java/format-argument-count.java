class Formats {
    void formats(int a, int b) {
        // ruleid: format-argument-count
        String.format("%d of");
        // ruleid: format-argument-count
        String.format("%d of %d in %s", a, b);
        // ok: format-argument-count
        String.format("%d of %d", a, b);
        // ok: format-argument-count
        String.format("100 %% of %d", a);
    }

    String texts(int a, int b) {
        // ruleid: format-argument-count
        String one = "%d of %d in %s".formatted(a, b);
        // ok: format-argument-count
        return "%d of %d".formatted(a, b) + one;
    }
}
