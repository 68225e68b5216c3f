class Formats {
    void formats(int a, int b) {
        // ruleid: format-arguments-missing
        String.format("%d of");
        // ruleid: format-arguments-missing
        String.format("%d of %d in %s", a, b);
        // ok: format-arguments-missing
        String.format("%d of %d", a, b);
        // ok: format-arguments-missing
        String.format("100 %% of %d", a);
    }
}
