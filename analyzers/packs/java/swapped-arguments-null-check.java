import java.util.Objects;
import org.springframework.util.Assert;

class Checks {
    void checks(Object customer, String message) {
        // ruleid: swapped-arguments-null-check
        Objects.requireNonNull("no customer", customer.toString());
        // ruleid: swapped-arguments-null-check
        Assert.notNull("no customer", message);
        // ok: swapped-arguments-null-check
        Objects.requireNonNull(customer, "no customer");
        // ok: swapped-arguments-null-check
        Objects.requireNonNull(message);
        // ok: swapped-arguments-null-check
        Assert.notNull(customer, "no customer");
    }
}
