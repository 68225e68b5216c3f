class Dates {
    void dates() {
        // ruleid: date-format-letters
        new java.text.SimpleDateFormat("yyyy-MM-dd");
        // ruleid: date-format-letters
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
        // ruleid: date-format-letters
        DateTimeFormatter.ofPattern("yyyy-MM-dd");
        // ruleid: date-format-letters
        DateTimeFormatter.ofPattern("HH:mm");
        // ok: date-format-letters
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
        // ok: date-format-letters
        DateTimeFormatter.ofPattern("hh:mm a");
        // ok: date-format-letters
        DateTimeFormatter.ofPattern("mm:ss");
    }
}
