class Conversions {
    void conversions(int count, String name, Date date) {
        // ruleid: format-conversion-unknown
        String.format("%i items", count);
        // ruleid: format-conversion-unknown
        System.out.printf("%s: %u%n", name, count);
        // ok: format-conversion-unknown
        String.format("%d items", count);
        // ok: format-conversion-unknown
        String.format("%1$s %1$S %-10s|", name, name);
        // ok: format-conversion-unknown
        String.format("%tY-%<tm", date);
        // ok: format-conversion-unknown
        String.format("100%% ready");
        // ok: format-conversion-unknown
        String.format("%,d %08.3f %c %b %h %e", count, 1.0, 'a', true, name, 1.0);
    }
}
