import java.util.TimeZone;

class Zones {
    void zones(String name) {
        // ruleid: time-zone-unknown
        TimeZone.getTimeZone("GMT+2");
        // ruleid: time-zone-unknown
        java.util.TimeZone.getTimeZone("GMT-05:30");
        // ok: time-zone-unknown
        TimeZone.getTimeZone("GMT+2");
        // ok: time-zone-unknown
        TimeZone.getTimeZone("UTC");
        // ok: time-zone-unknown
        TimeZone.getTimeZone("Europe/Berlin");
        // ok: time-zone-unknown
        TimeZone.getTimeZone(name);
    }
}
