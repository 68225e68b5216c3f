class Dates {
    void dates() {
        // ruleid: date-format-letters
        new java.text.SimpleDateFormat("yyyy-mm-dd");
        // ruleid: date-format-letters
        DateTimeFormatter.ofPattern("yyyy-MM-dd hh:mm");
        // ruleid: date-format-letters
        DateTimeFormatter.ofPattern("yyyy-MM-DD");
        // ruleid: date-format-letters
        DateTimeFormatter.ofPattern("HH:MM");
        // ok: date-format-letters
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
        // ok: date-format-letters
        DateTimeFormatter.ofPattern("hh:mm a");
        // ok: date-format-letters
        DateTimeFormatter.ofPattern("mm:ss");
    }
}
