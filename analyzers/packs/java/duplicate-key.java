import java.util.Map;
import java.util.Set;

class Sizes {
    // ruleid: duplicate-key
    static final Map<String, Integer> SIZES = Map.of("small", 1, "small", 2);
    // ruleid: duplicate-key
    static final Set<String> NAMES = Set.of("small", "large", "small");
    // ruleid: duplicate-key
    static final Map<Integer, String> CODES = Map.ofEntries(Map.entry(1, "a"), Map.entry(2, "b"), Map.entry(1, "c"));
    // ok: duplicate-key
    static final Map<String, String> NEXT = Map.of("small", "large", "large", "small");
    // ok: duplicate-key
    static final Map<String, Integer> SAME = Map.of("small", 1, "large", 1);
    // ok: duplicate-key
    static final Set<Integer> NUMBERS = Set.of(next(), next());
}
