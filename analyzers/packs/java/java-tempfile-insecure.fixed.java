import java.io.File;
import java.io.FileOutputStream;
import java.nio.file.Files;

class Temporary {
    void create() throws Exception {
        // ruleid: java-tempfile-insecure
        File file = Files.createTempFile("upload", ".tmp").toFile();
        // ruleid: java-tempfile-insecure
        new FileOutputStream("/tmp/upload.tmp");
        // ok: java-tempfile-insecure
        Files.createTempFile("upload", ".tmp");
        // ok: java-tempfile-insecure
        new FileOutputStream("/srv/upload.tmp");
    }

    void directory() throws Exception {
        File file = File.createTempFile("upload", "");
        file.delete();
        // ruleid: java-tempfile-insecure
        file.mkdir();
    }
}
