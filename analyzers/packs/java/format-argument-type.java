class Formats {
    void formats(String name, int count, double share, Object thing, Long size) {
        // ruleid: format-argument-type
        String.format("%d items", name);
        // ruleid: format-argument-type
        String.format("%5d of %s", share, name);
        // ruleid: format-argument-type
        System.out.printf("%.2f%n", count);
        // ruleid: format-argument-type
        String.format("%x", "ff");
        // ok: format-argument-type
        String.format("%d items", count);
        // ok: format-argument-type
        String.format("%d items", size);
        // ok: format-argument-type
        String.format("%.2f", share);
        // ok: format-argument-type
        String.format("%s items", name);
        // ok: format-argument-type
        String.format("%d items", thing);
        // ok: format-argument-type
        String.format("100%% of %s", name);
    }

    String text(String name, int size) {
        // ruleid: format-argument-type
        String one = "%d items".formatted(name);
        // ok: format-argument-type
        return "%d items".formatted(size) + one;
    }
}
