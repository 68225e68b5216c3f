class Texts {
    String clean(String name) {
        // ruleid: unused-string-result
        name.trim();
        // ruleid: unused-string-result
        name.replaceAll("[0-9]", "");
        // ok: unused-string-result
        name = name.toLowerCase();
        // ok: unused-string-result
        return name.trim();
    }

    int keep(String name, Consumer<String> told) {
        // ok: unused-string-result
        String known = name.trim();
        // ok: unused-string-result
        final var first = name.substring(0, 1), last = name.substring(1);
        // ok: unused-string-result
        this.name = name.toUpperCase();
        // ok: unused-string-result
        known += name.trim();
        // ok: unused-string-result
        told.accept(name.trim());
        // ok: unused-string-result
        Supplier<String> later = () -> name.trim();
        // ok: unused-string-result
        assert name.trim().isEmpty();
        // ok: unused-string-result
        for (String part = name.trim(); !part.isEmpty(); part = part.substring(1)) {
            told.accept(part);
        }
        // ok: unused-string-result
        return name.strip().length();
    }

    void release(Cache cache, StringBuilder text) {
        // ok: unused-string-result
        cache.trim();
        // ok: unused-string-result
        text.replace(0, 1, "");
    }
}
