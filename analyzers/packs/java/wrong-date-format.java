class Dates {
    void dates() {
        // ruleid: wrong-date-format
        new java.text.SimpleDateFormat("yyyy-mm-dd");
        // ruleid: wrong-date-format
        DateTimeFormatter.ofPattern("yyyy-MM-dd hh:mm");
        // ruleid: wrong-date-format
        DateTimeFormatter.ofPattern("yyyy-MM-DD");
        // ruleid: wrong-date-format
        DateTimeFormatter.ofPattern("HH:MM");
        // ok: wrong-date-format
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
        // ok: wrong-date-format
        DateTimeFormatter.ofPattern("hh:mm a");
        // ok: wrong-date-format
        DateTimeFormatter.ofPattern("mm:ss");
    }
}
