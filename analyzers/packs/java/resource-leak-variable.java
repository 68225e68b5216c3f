import java.io.*;
import java.nio.file.*;

class Files0 {
    int read(String name) throws IOException {
        // ruleid: resource-leak-variable
        FileReader in = new FileReader(name);
        return in.read();
    }

    void write(String name) throws IOException {
        // ruleid: resource-leak-variable
        var out = new java.io.FileOutputStream(name);
        if (name.isEmpty()) {
            out.write(1);
        }
    }

    int closed(String name) throws IOException {
        // ok: resource-leak-variable
        FileReader in = new FileReader(name);
        try {
            return in.read();
        } finally {
            in.close();
        }
    }

    int resource(String name) throws IOException {
        // ok: resource-leak-variable
        try (FileReader in = new FileReader(name)) {
            return in.read();
        }
    }

    Reader opened(String name) throws IOException {
        // ok: resource-leak-variable
        FileReader in = new FileReader(name);
        in.skip(3);
        return in;
    }

    int handed(String name) throws IOException {
        // ok: resource-leak-variable
        InputStream in = Files.newInputStream(Path.of(name));
        return parse(in, name);
    }

    int wrapped(String name) throws IOException {
        // ok: resource-leak-variable
        FileInputStream in = new FileInputStream(name);
        try (BufferedInputStream buffered = new BufferedInputStream(in)) {
            return buffered.read();
        }
    }

    void kept(String name) throws IOException {
        // ok: resource-leak-variable
        FileReader in = new FileReader(name);
        this.reader = in;
    }
}
