import java.io.*;
import java.nio.file.Path;

class Prefixes {
    void prefixes(File file, File folder, Path path) throws IOException {
        // ruleid: path-prefix-without-separator
        if (!file.getCanonicalPath().startsWith(folder.getCanonicalPath()))
            throw new IOException();
        String target = file.getCanonicalPath();
        String base = folder.getCanonicalPath();
        // ruleid: path-prefix-without-separator
        if (!target.startsWith(base))
            throw new IOException();
        // ok: path-prefix-without-separator
        if (!target.startsWith(base + File.separator))
            throw new IOException();
        // ok: path-prefix-without-separator
        if (!file.getCanonicalPath().startsWith(folder.getCanonicalPath() + File.separator))
            throw new IOException();
        // ok: path-prefix-without-separator
        if (!file.getCanonicalFile().toPath().startsWith(folder.getCanonicalFile().toPath()))
            throw new IOException();
        // ok: path-prefix-without-separator
        if (!path.startsWith(folder.toPath()))
            throw new IOException();
    }
}
