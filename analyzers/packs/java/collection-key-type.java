import java.util.*;

class Ids {
    void find(Set<Long> ids, Map<Long, String> names, List<Long> list, Set<Integer> numbers) {
        // ruleid: collection-key-type
        ids.remove(3);
        // ruleid: collection-key-type
        names.get(3);
        // ok: collection-key-type
        ids.remove(3L);
        // ok: collection-key-type
        list.remove(3);
        // ok: collection-key-type
        numbers.remove(3);
    }
}
