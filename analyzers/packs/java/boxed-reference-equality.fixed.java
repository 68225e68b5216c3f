import java.util.Objects;

class Boxes {
    boolean same(Integer first, Integer second) {
        // ruleid: boxed-reference-equality
        return Objects.equals(first, second);
    }

    boolean good(Integer first, Integer second, int third) {
        // ok: boxed-reference-equality
        return first.equals(second) || first == third;
    }
}
