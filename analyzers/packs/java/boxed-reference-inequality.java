class Boxes {
    boolean differs(Integer first, Integer second) {
        // ruleid: boxed-reference-inequality
        return first != second;
    }

    boolean moved(Long before, Long after) {
        // ruleid: boxed-reference-inequality
        return before != after;
    }

    boolean good(Integer first, Integer second, int third) {
        // ok: boxed-reference-inequality
        return !first.equals(second) || first != third;
    }

    boolean given(Integer first) {
        // ok: boxed-reference-inequality
        return first != null;
    }
}
