import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class Permissions {
    void set(Path path, File file) throws Exception {
        // ruleid: overly-permissive-file
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
        // ok: overly-permissive-file
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-x---"));
        // ruleid: overly-permissive-file
        file.setWritable(true, true);
        // ok: overly-permissive-file
        file.setWritable(true);
    }

    void mode(String path) throws IOException {
        // ruleid: overly-permissive-file
        Runtime.getRuntime().exec(new String[] {"chmod", "0666", path});
        // ruleid: overly-permissive-file
        new ProcessBuilder("chmod", "-R", "777", path).start();
        // ok: overly-permissive-file
        new ProcessBuilder("chmod", "640", path).start();
    }
}

class Databases extends Activity {
    void open(Context context) {
        // ruleid: overly-permissive-file
        openOrCreateDatabase("shop.db", Context.MODE_WORLD_READABLE, null);
        // ruleid: overly-permissive-file
        context.getDir("shared", Context.MODE_WORLD_WRITEABLE);
        // ok: overly-permissive-file
        openOrCreateDatabase("shop.db", Context.MODE_PRIVATE, null);
    }
}
