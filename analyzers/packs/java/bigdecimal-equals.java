import java.math.BigDecimal;

class Prices {
    boolean free(BigDecimal price) {
        // ruleid: bigdecimal-equals
        return price.equals(BigDecimal.ZERO);
    }

    boolean good(BigDecimal price) {
        // ok: bigdecimal-equals
        return price.compareTo(BigDecimal.ZERO) == 0;
    }
}
