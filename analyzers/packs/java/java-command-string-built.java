import java.io.IOException;

class Tools {
    void convert(String file, int size) throws IOException {
        // ruleid: java-command-string-built
        Runtime.getRuntime().exec("convert " + file);
        // ruleid: java-command-string-built
        new ProcessBuilder("/bin/sh", "-c", "convert " + file).start();
        // ok: java-command-string-built
        new ProcessBuilder("convert", "--", file).start();
        // ok: java-command-string-built
        Runtime.getRuntime().exec("convert -resize " + size + " in.png");
    }
}

class Editors {
    void edit() throws Exception {
        // ok: java-command-string-built
        Runtime.getRuntime().exec(System.getenv("EDITOR"));
    }
}
