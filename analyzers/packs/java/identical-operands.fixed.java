import java.util.Iterator;

class Side {
    boolean ready;
    int size;

    boolean compare(Side left, Side right) {
        // ruleid: identical-operands
        if (left.ready) {
            return true;
        }
        // ruleid: identical-operands
        return left.size > right.size;
    }

    boolean quiet(Side left, Side right, Iterator<Boolean> next) {
        // ok: identical-operands
        if (left.ready && right.ready) {
            return true;
        }
        // ok: identical-operands
        return next.next() || next.next();
    }
}
