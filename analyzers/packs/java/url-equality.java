import java.net.URI;
import java.net.URL;
import java.util.HashSet;
import java.util.Set;

class Crawler {
    // ruleid: url-equality
    private final Set<URL> seen = new HashSet<>();
    // ok: url-equality
    private final Set<URI> known = new HashSet<>();
}
