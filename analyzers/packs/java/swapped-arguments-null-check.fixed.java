import java.util.Objects;
import org.springframework.util.Assert;

class Checks {
    void checks(Object customer, String message) {
        // ruleid: swapped-arguments-null-check
        Objects.requireNonNull(customer.toString(), "no customer");
        // ruleid: swapped-arguments-null-check
        Assert.notNull(message, "no customer");
        // ok: swapped-arguments-null-check
        Objects.requireNonNull(customer, "no customer");
        // ok: swapped-arguments-null-check
        Objects.requireNonNull(message);
        // ok: swapped-arguments-null-check
        Assert.notNull(customer, "no customer");
    }
}
