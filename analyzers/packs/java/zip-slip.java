import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

class Unzip {
    void unzip(ZipInputStream input, File folder) throws IOException {
        ZipEntry entry = input.getNextEntry();
        // ok: zip-slip
        File target = new File(folder, entry.getName());
        // ruleid: zip-slip
        target.createNewFile();
    }

    void checked(ZipInputStream input, Path folder) throws IOException {
        ZipEntry entry = input.getNextEntry();
        // ok: zip-slip
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("outside");
        }
        // ok: zip-slip
        java.nio.file.Files.copy(input, target);
    }
}

class Canonical {
    void one(ZipEntry entry, File folder) throws IOException {
        File out = new File(folder, entry.getName());
        String canonical = out.getCanonicalPath();
        if (!canonical.startsWith(folder.getCanonicalPath() + File.separator)) {
            throw new IOException("outside");
        }
        // ok: zip-slip
        new FileOutputStream(out);
    }

    void two(ZipEntry entry, File folder) throws IOException {
        File out = new File(folder, entry.getName());
        String canonical = out.getCanonicalPath();
        if (canonical.startsWith(folder.getCanonicalPath())) {
            log(canonical);
        }
        // ruleid: zip-slip
        new FileOutputStream(out);
    }

    void file(ZipInputStream archive, File folder) throws IOException {
        ZipEntry entry = archive.getNextEntry();
        // ok: zip-slip
        File target = new File(folder, entry.getName());
        if (!target.getCanonicalFile().toPath().startsWith(folder.getCanonicalFile().toPath())) {
            throw new IOException("outside");
        }
        Files.copy(archive, target.toPath());
    }
}

class Expanding {
    void expand(JarFile jar, File folder, Path allowed) throws IOException {
        Enumeration<JarEntry> entries = jar.entries();
        while (entries.hasMoreElements()) {
            JarEntry entry = entries.nextElement();
            String name = entry.getName();
            File expanded = new File(folder, name);
            if (!expanded.getCanonicalFile().toPath().startsWith(allowed)) {
                throw new IllegalArgumentException(name);
            }
            // ok: zip-slip
            File parent = new File(folder, name.substring(0, name.lastIndexOf('/')));
            parent.mkdirs();
        }
    }
}

class Scanner {
    void scan(JarFile jar, ClassLoader loader) {
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            String name = entry.getName();
            // ok: zip-slip
            URL url = loader.getResource(name);
            File file = new File("/tmp/out", name);
            // ruleid: zip-slip
            file.getParentFile().mkdirs();
        }
    }
}
