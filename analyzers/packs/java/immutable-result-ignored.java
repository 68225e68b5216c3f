import java.math.BigDecimal;
import java.time.LocalDate;

class Sum {
    BigDecimal sum(BigDecimal total, BigDecimal price, LocalDate day) {
        // ruleid: immutable-result-ignored
        total.add(price);
        // ruleid: immutable-result-ignored
        day.plusDays(1);
        // ok: immutable-result-ignored
        total = total.add(price);
        // ok: immutable-result-ignored
        return total.add(price);
    }
}
