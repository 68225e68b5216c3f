import java.io.IOException;

class Converter {
    void convert(String name) throws IOException {
        // ruleid: java-command-string-built
        Runtime.getRuntime().exec("convert " + name + " out.png");
        // ruleid: java-command-string-built
        new ProcessBuilder("sh", "-c", String.format("convert %s out.png", name)).start();
    }

    void quiet(String name) throws IOException {
        // ok: java-command-string-built
        new ProcessBuilder("convert", name, "out.png").start();
        // ok: java-command-string-built
        Runtime.getRuntime().exec("convert -version");
        // ok: java-command-string-built
        Runtime.getRuntime().exec(new String[] {"convert", name});
    }
}
