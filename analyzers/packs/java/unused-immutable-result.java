import java.math.BigDecimal;
import java.time.LocalDate;

class Sum {
    BigDecimal sum(BigDecimal total, BigDecimal price, LocalDate day) {
        // ruleid: unused-immutable-result
        total.add(price);
        // ruleid: unused-immutable-result
        day.plusDays(1);
        // ok: unused-immutable-result
        total = total.add(price);
        // ok: unused-immutable-result
        return total.add(price);
    }
}
