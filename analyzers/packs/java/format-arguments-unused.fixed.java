class Formats {
    void formats(int found, int all) {
        // ruleid: format-arguments-unused
        String.format("found {} of {}", found, all);
        // ruleid: format-arguments-unused
        String.format("done", found);
        // ok: format-arguments-unused
        String.format("found %d of %d", found, all);
        // ok: format-arguments-unused
        String.format("%1$d and %1$s", found);
    }

    void messages(String name) {
        // ruleid: format-arguments-unused
        String.format("Hello %s", name);
        // ok: format-arguments-unused
        MessageFormat.format("Hello {0}, 100%", name);
    }
}
