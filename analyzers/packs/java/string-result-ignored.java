class Texts {
    String clean(String name) {
        // ruleid: string-result-ignored
        name.trim();
        // ruleid: string-result-ignored
        name.replaceAll("[0-9]", "");
        // ok: string-result-ignored
        name = name.toLowerCase();
        // ok: string-result-ignored
        return name.trim();
    }

    int keep(String name, Consumer<String> told) {
        // ok: string-result-ignored
        String known = name.trim();
        // ok: string-result-ignored
        final var first = name.substring(0, 1), last = name.substring(1);
        // ok: string-result-ignored
        this.name = name.toUpperCase();
        // ok: string-result-ignored
        known += name.trim();
        // ok: string-result-ignored
        told.accept(name.trim());
        // ok: string-result-ignored
        Supplier<String> later = () -> name.trim();
        // ok: string-result-ignored
        assert name.trim().isEmpty();
        // ok: string-result-ignored
        for (String part = name.trim(); !part.isEmpty(); part = part.substring(1)) {
            told.accept(part);
        }
        // ok: string-result-ignored
        return name.strip().length();
    }

    void release(Cache cache, StringBuilder text) {
        // ok: string-result-ignored
        cache.trim();
        // ok: string-result-ignored
        text.replace(0, 1, "");
    }
}
