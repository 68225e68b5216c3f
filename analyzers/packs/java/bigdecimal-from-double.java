import java.math.BigDecimal;

class Prices {
    BigDecimal tax() {
        // ruleid: bigdecimal-from-double
        BigDecimal rate = new BigDecimal(0.19);
        // ruleid: bigdecimal-from-double
        return rate.add(new BigDecimal(-1.1));
    }

    BigDecimal quiet(String text) {
        // ok: bigdecimal-from-double
        BigDecimal rate = new BigDecimal("0.19");
        // ok: bigdecimal-from-double
        BigDecimal half = new BigDecimal(0.5);
        // ok: bigdecimal-from-double
        return rate.add(new BigDecimal(text)).add(half).add(new BigDecimal(10));
    }
}
