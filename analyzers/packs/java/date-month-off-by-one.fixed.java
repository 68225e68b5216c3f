import java.util.Calendar;
import java.util.Date;

class Months {
    void months(java.util.Calendar calendar) {
        // ruleid: date-month-off-by-one
        calendar.set(2024, Calendar.DECEMBER, 24);
        // ok: date-month-off-by-one
        new Date(2024, Calendar.OCTOBER, 1);
        // ok: date-month-off-by-one
        new Date(2000);
        // ok: date-month-off-by-one
        calendar.set(2024, Calendar.DECEMBER, 24);
    }
}
