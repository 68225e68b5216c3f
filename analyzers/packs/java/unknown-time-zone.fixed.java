import java.util.TimeZone;

class Zones {
    void zones(String name) {
        // ruleid: unknown-time-zone
        TimeZone.getTimeZone("GMT+2");
        // ruleid: unknown-time-zone
        java.util.TimeZone.getTimeZone("GMT-05:30");
        // ok: unknown-time-zone
        TimeZone.getTimeZone("GMT+2");
        // ok: unknown-time-zone
        TimeZone.getTimeZone("UTC");
        // ok: unknown-time-zone
        TimeZone.getTimeZone("Europe/Berlin");
        // ok: unknown-time-zone
        TimeZone.getTimeZone(name);
    }
}
