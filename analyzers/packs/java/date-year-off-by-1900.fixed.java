import java.util.Date;

class Dates {
    void dates(Date date, Form form, int year) {
        // ruleid: date-year-off-by-1900
        new Date(2024 - 1900, 1, 1);
        // ruleid: date-year-off-by-1900
        new java.util.Date(1999 - 1900, 11, 31, 23, 59);
        // ruleid: date-year-off-by-1900
        date.setYear(2024 - 1900);
        // ok: date-year-off-by-1900
        new Date(124, 0, 1);
        // ok: date-year-off-by-1900
        new Date(year, 0, 1);
        // ok: date-year-off-by-1900
        form.setYear(2024);
    }
}
