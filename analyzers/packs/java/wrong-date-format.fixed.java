class Dates {
    void dates() {
        // ruleid: wrong-date-format
        new java.text.SimpleDateFormat("yyyy-MM-dd");
        // ruleid: wrong-date-format
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
        // ruleid: wrong-date-format
        DateTimeFormatter.ofPattern("yyyy-MM-dd");
        // ruleid: wrong-date-format
        DateTimeFormatter.ofPattern("HH:mm");
        // ok: wrong-date-format
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
        // ok: wrong-date-format
        DateTimeFormatter.ofPattern("hh:mm a");
        // ok: wrong-date-format
        DateTimeFormatter.ofPattern("mm:ss");
    }
}
