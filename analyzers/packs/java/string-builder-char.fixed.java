class Builders {
    void build() {
        // ruleid: string-builder-char
        new StringBuilder("[");
        // ok: string-builder-char
        new StringBuilder("[");
        // ok: string-builder-char
        new StringBuilder(16);
    }
}
