import java.util.ArrayList;
import java.util.List;

class Lists {
    void lists() {
        List<String> names = List.of("a");
        // ruleid: immutable-collection-changed
        names.add("b");
        List<String> copy = new ArrayList<>(List.of("a"));
        // ok: immutable-collection-changed
        copy.add("b");
    }

    void replaced(boolean more) {
        List<String> names = List.of();
        if (more) {
            names = new ArrayList<>();
            // ok: immutable-collection-changed
            names.add("b");
        }
    }
}
