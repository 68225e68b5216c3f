import java.io.File;
import java.io.FileOutputStream;
import java.nio.file.Files;

class Temporary {
    void create() throws Exception {
        // ruleid: insecure-temp-file
        File file = Files.createTempFile("upload", ".tmp").toFile();
        // ruleid: insecure-temp-file
        new FileOutputStream("/tmp/upload.tmp");
        // ok: insecure-temp-file
        Files.createTempFile("upload", ".tmp");
        // ok: insecure-temp-file
        new FileOutputStream("/srv/upload.tmp");
    }

    void directory() throws Exception {
        File file = File.createTempFile("upload", "");
        file.delete();
        // ruleid: insecure-temp-file
        file.mkdir();
    }

    void known(byte[] data) throws IOException {
        // ruleid: insecure-temp-file
        Files.write(Paths.get("/tmp/state.bin"), data);
        // ruleid: insecure-temp-file
        Files.newBufferedWriter(Path.of("/var/tmp/report.csv"));
        Path state = Paths.get("/tmp/state.bin");
        // ruleid: insecure-temp-file
        Files.write(state, data);
        Path own = Files.createTempFile("state", ".bin");
        // ok: insecure-temp-file
        Files.write(own, data);
        // ok: insecure-temp-file
        Files.write(Paths.get("/srv/app/state.bin"), data);
    }

    void asPath(String text) throws IOException {
        File file = new File(System.getProperty("java.io.tmpdir"), "report.txt");
        // ruleid: insecure-temp-file
        Files.writeString(file.toPath(), text);
        File own = new File("/srv/app", "report.txt");
        // ok: insecure-temp-file
        Files.writeString(own.toPath(), text);
    }

    void byProperty(byte[] data, String folder) throws Exception {
        // ruleid: insecure-temp-file
        new FileWriter(System.getProperty("java.io.tmpdir") + "/state.txt");
        // ruleid: insecure-temp-file
        new File(System.getProperty("java.io.tmpdir"), "state.lock").createNewFile();
        // ruleid: insecure-temp-file
        Files.write(Paths.get(System.getProperty("java.io.tmpdir"), "state.txt"), data);
        // ruleid: insecure-temp-file
        Files.createDirectories(Path.of("/tmp/state"));
        // ok: insecure-temp-file
        Files.createDirectories(Path.of(folder, "tmp"));
        // ok: insecure-temp-file
        Files.write(Files.createTempFile("state", ".txt"), data);
        // ok: insecure-temp-file
        new File(System.getProperty("user.home"), "state.lock").createNewFile();
    }

    void commonDirectory() throws Exception {
        File lock = new File(FileUtils.getTempDirectory(), "shop.lock");
        // ruleid: insecure-temp-file
        lock.createNewFile();
        File directory = new File(System.getProperty("java.io.tmpdir"));
        File log = new File(directory, "shop.log");
        // ruleid: insecure-temp-file
        new FileOutputStream(log).close();
        File own = new File(settings.directory(), "shop.log");
        // ok: insecure-temp-file
        new FileOutputStream(own).close();
    }
}
