import java.io.IOException;

class Tools {
    void convert(String file, int size) throws IOException {
        // ruleid: command-string-built
        Runtime.getRuntime().exec("convert " + file);
        // ruleid: command-string-built
        new ProcessBuilder("/bin/sh", "-c", "convert " + file).start();
        // ok: command-string-built
        new ProcessBuilder("convert", "--", file).start();
        // ok: command-string-built
        Runtime.getRuntime().exec("convert -resize " + size + " in.png");
    }
}

class Editors {
    void edit() throws Exception {
        // ok: command-string-built
        Runtime.getRuntime().exec(System.getenv("EDITOR"));
    }
}

class Browsers {
    void open(String url, String browser, String shell) throws IOException {
        // ok: command-string-built
        Runtime.getRuntime().exec(new String[] {BROWSER, url});
        // ruleid: command-string-built
        Runtime.getRuntime().exec(new String[] {SHELL, "-c", url});
        // ok: command-string-built
        System.load(url);
    }
}

class Settings {
    void own() throws IOException {
        Properties units = new Properties();
        units.load(Settings.class.getResourceAsStream("/units.properties"));
        // ok: command-string-built
        Runtime.getRuntime().exec("sh -c " + units.getProperty("unit"));
    }

    void local() throws IOException {
        Properties units = new Properties();
        units.load(new FileReader("/etc/units.properties"));
        // ruleid: command-string-built
        Runtime.getRuntime().exec("sh -c " + units.getProperty("unit"));
    }
}

public class Thumbnails {
    public void any(String size) throws IOException {
        resize(size);
    }

    private void resize(String size) throws IOException {
        // ruleid: command-string-built
        Runtime.getRuntime().exec("sh -c resize-" + size);
    }
}
