import java.util.Iterator;

class Side {
    boolean ready;
    int size;

    boolean compare(Side left, Side right) {
        // ruleid: java-repeated-operand
        if (left.ready && left.ready) {
            return true;
        }
        // ruleid: java-repeated-operand
        return left.size > right.size || left.size > right.size;
    }

    boolean quiet(Side left, Side right, Iterator<Boolean> next) {
        // ok: java-repeated-operand
        if (left.ready && right.ready) {
            return true;
        }
        // ok: java-repeated-operand
        return next.next() || next.next();
    }
}
