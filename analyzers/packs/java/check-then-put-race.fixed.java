import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class Cache {
    private final Map<String, String> cache = new ConcurrentHashMap<>();
    private final Map<String, String> plain = new java.util.HashMap<>();

    void fill(String id) {
        // ruleid: check-then-put-race
        cache.putIfAbsent(id, id);
        // ok: check-then-put-race
        if (!plain.containsKey(id)) {
            plain.put(id, id);
        }
        // ok: check-then-put-race
        cache.computeIfAbsent(id, key -> key);
    }
}
