import java.io.*;
import java.nio.file.Path;

class Prefixes {
    void prefixes(File file, File folder, Path path) throws IOException {
        // ruleid: path-traversal-partial-check
        if (!file.getCanonicalPath().startsWith(folder.getCanonicalPath() + File.separator))
            throw new IOException();
        String target = file.getCanonicalPath();
        String base = folder.getCanonicalPath();
        // ruleid: path-traversal-partial-check
        if (!target.startsWith(base + File.separator))
            throw new IOException();
        // ok: path-traversal-partial-check
        if (!target.startsWith(base + File.separator))
            throw new IOException();
        // ok: path-traversal-partial-check
        if (!file.getCanonicalPath().startsWith(folder.getCanonicalPath() + File.separator))
            throw new IOException();
        // ok: path-traversal-partial-check
        if (!file.getCanonicalFile().toPath().startsWith(folder.getCanonicalFile().toPath()))
            throw new IOException();
        // ok: path-traversal-partial-check
        if (!path.startsWith(folder.toPath()))
            throw new IOException();
    }
}
