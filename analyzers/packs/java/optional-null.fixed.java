import java.util.Optional;

class Finder {
    Optional<String> find(int id) {
        if (id < 0) {
            // ruleid: optional-null
            return Optional.empty();
        }
        // ok: optional-null
        return Optional.empty();
    }

    String plain(int id) {
        // ok: optional-null
        return null;
    }
}
