import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class Permissions {
    void set(Path path, File file) throws Exception {
        // ruleid: java-world-accessible-file
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
        // ok: java-world-accessible-file
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-x---"));
        // ruleid: java-world-accessible-file
        file.setWritable(true, false);
        // ok: java-world-accessible-file
        file.setWritable(true);
    }

    void mode(String path) throws IOException {
        // ruleid: java-world-accessible-file
        Runtime.getRuntime().exec(new String[] {"chmod", "0666", path});
        // ruleid: java-world-accessible-file
        new ProcessBuilder("chmod", "-R", "777", path).start();
        // ok: java-world-accessible-file
        new ProcessBuilder("chmod", "640", path).start();
    }
}

class Databases extends Activity {
    void open(Context context) {
        // ruleid: java-world-accessible-file
        openOrCreateDatabase("shop.db", Context.MODE_WORLD_READABLE, null);
        // ruleid: java-world-accessible-file
        context.getDir("shared", Context.MODE_WORLD_WRITEABLE);
        // ok: java-world-accessible-file
        openOrCreateDatabase("shop.db", Context.MODE_PRIVATE, null);
    }
}
