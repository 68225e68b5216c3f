import java.util.Calendar;
import java.util.Date;

class Months {
    void months(java.util.Calendar calendar) {
        // ruleid: calendar-month-number
        calendar.set(2024, 12, 24);
        // ruleid: calendar-month-number
        new Date(2024, 0, 1);
        // ok: calendar-month-number
        calendar.set(2024, Calendar.DECEMBER, 24);
    }
}
