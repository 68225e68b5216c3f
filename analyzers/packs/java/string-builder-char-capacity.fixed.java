class Builders {
    void build() {
        // ruleid: string-builder-char-capacity
        new StringBuilder("[");
        // ok: string-builder-char-capacity
        new StringBuilder("[");
        // ok: string-builder-char-capacity
        new StringBuilder(16);
    }
}
