class Dates {
    void dates() {
        // ruleid: wrong-date-format-week-year
        new java.text.SimpleDateFormat("yyyy-MM-dd");
        // ruleid: wrong-date-format-week-year
        DateTimeFormatter.ofPattern("dd.MM.yyyy");
        // ok: wrong-date-format-week-year
        DateTimeFormatter.ofPattern("YYYY-'W'ww");
        // ok: wrong-date-format-week-year
        DateTimeFormatter.ofPattern("yyyy-MM-dd");
    }
}
