class Conversions {
    void conversions(int count, String name, Date date) {
        // ruleid: unknown-format-conversion
        String.format("%d items", count);
        // ruleid: unknown-format-conversion
        System.out.printf("%s: %d%n", name, count);
        // ok: unknown-format-conversion
        String.format("%d items", count);
        // ok: unknown-format-conversion
        String.format("%1$s %1$S %-10s|", name, name);
        // ok: unknown-format-conversion
        String.format("%tY-%<tm", date);
        // ok: unknown-format-conversion
        String.format("100%% ready");
        // ok: unknown-format-conversion
        String.format("%,d %08.3f %c %b %h %e", count, 1.0, 'a', true, name, 1.0);
    }

    String text(int count) {
        // ruleid: unknown-format-conversion
        String one = "%d items".formatted(count);
        // ok: unknown-format-conversion
        return "%d items".formatted(count) + one;
    }
}
