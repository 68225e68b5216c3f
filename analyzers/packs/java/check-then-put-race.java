import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class Cache {
    private final Map<String, String> cache = new ConcurrentHashMap<>();
    private final Map<String, String> plain = new java.util.HashMap<>();

    void fill(String id) {
        // ruleid: check-then-put-race
        if (!cache.containsKey(id)) {
            cache.put(id, id);
        }
        // ok: check-then-put-race
        if (!plain.containsKey(id)) {
            plain.put(id, id);
        }
        // ok: check-then-put-race
        cache.computeIfAbsent(id, key -> key);
    }
}
