import java.util.Objects;
import org.springframework.util.Assert;

class Checks {
    void checks(Object customer, String message) {
        // ruleid: literal-checked-for-null
        Objects.requireNonNull(customer.toString(), "no customer");
        // ruleid: literal-checked-for-null
        Assert.notNull(message, "no customer");
        // ok: literal-checked-for-null
        Objects.requireNonNull(customer, "no customer");
        // ok: literal-checked-for-null
        Objects.requireNonNull(message);
        // ok: literal-checked-for-null
        Assert.notNull(customer, "no customer");
    }
}
