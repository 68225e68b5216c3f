import java.util.Optional;

class Finder {
    Optional<String> find(int id) {
        if (id < 0) {
            // ruleid: null-optional-returned
            return Optional.empty();
        }
        // ok: null-optional-returned
        return Optional.empty();
    }

    String plain(int id) {
        // ok: null-optional-returned
        return null;
    }
}
