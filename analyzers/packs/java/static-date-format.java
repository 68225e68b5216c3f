import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.time.format.DateTimeFormatter;
import java.util.Date;

class Dates {
    // ruleid: static-date-format
    private static final SimpleDateFormat DAY = new SimpleDateFormat("yyyy-MM-dd");
    // ruleid: static-date-format
    static DateFormat month = new SimpleDateFormat("yyyy-MM");
    // ok: static-date-format
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy");

    String quiet(Date date) {
        // ok: static-date-format
        SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd");
        return format.format(date);
    }
}
