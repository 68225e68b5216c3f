import java.io.File;
import java.io.FileOutputStream;
import java.nio.file.Files;

class Temporary {
    void create() throws Exception {
        // ruleid: java-tempfile-insecure
        File file = File.createTempFile("upload", ".tmp");
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

    void known(byte[] data) throws IOException {
        // ruleid: java-tempfile-insecure
        Files.write(Paths.get("/tmp/state.bin"), data);
        // ruleid: java-tempfile-insecure
        Files.newBufferedWriter(Path.of("/var/tmp/report.csv"));
        Path state = Paths.get("/tmp/state.bin");
        // ruleid: java-tempfile-insecure
        Files.write(state, data);
        Path own = Files.createTempFile("state", ".bin");
        // ok: java-tempfile-insecure
        Files.write(own, data);
        // ok: java-tempfile-insecure
        Files.write(Paths.get("/srv/app/state.bin"), data);
    }

    void asPath(String text) throws IOException {
        File file = new File(System.getProperty("java.io.tmpdir"), "report.txt");
        // ruleid: java-tempfile-insecure
        Files.writeString(file.toPath(), text);
        File own = new File("/srv/app", "report.txt");
        // ok: java-tempfile-insecure
        Files.writeString(own.toPath(), text);
    }
}
