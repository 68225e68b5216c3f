class Dates {
    void dates() {
        // ruleid: date-week-year
        new java.text.SimpleDateFormat("yyyy-MM-dd");
        // ruleid: date-week-year
        DateTimeFormatter.ofPattern("dd.MM.yyyy");
        // ok: date-week-year
        DateTimeFormatter.ofPattern("YYYY-'W'ww");
        // ok: date-week-year
        DateTimeFormatter.ofPattern("yyyy-MM-dd");
    }
}
