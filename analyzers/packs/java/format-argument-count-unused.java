class Formats {
    void formats(int found, int all) {
        // ruleid: format-argument-count-unused
        String.format("found {} of {}", found, all);
        // ruleid: format-argument-count-unused
        String.format("done", found);
        // ok: format-argument-count-unused
        String.format("found %d of %d", found, all);
        // ok: format-argument-count-unused
        String.format("%1$d and %1$s", found);
    }

    void messages(String name) {
        // ruleid: format-argument-count-unused
        MessageFormat.format("Hello %s", name);
        // ok: format-argument-count-unused
        MessageFormat.format("Hello {0}, 100%", name);
    }

    String text(int found, int all) {
        // ruleid: format-argument-count-unused
        String one = "found %d".formatted(found, all);
        // ok: format-argument-count-unused
        return "found %d of %d".formatted(found, all) + one;
    }
}
