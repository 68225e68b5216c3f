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

    void release(Cache cache, StringBuilder text) {
        // ok: string-result-ignored
        cache.trim();
        // ok: string-result-ignored
        text.replace(0, 1, "");
    }
}
