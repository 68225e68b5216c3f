import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class Cache {
    private final Map<String, String> cache = new ConcurrentHashMap<>();
    private final Map<String, String> plain = new java.util.HashMap<>();

    void fill(String id) {
        // ruleid: concurrent-check-then-put
        cache.putIfAbsent(id, id);
        // ok: concurrent-check-then-put
        if (!plain.containsKey(id)) {
            plain.put(id, id);
        }
        // ok: concurrent-check-then-put
        cache.computeIfAbsent(id, key -> key);
    }
}
