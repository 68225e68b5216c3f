package shop.files;

import com.google.common.io.Files;
import java.io.File;
import java.io.FileOutputStream;

class Temporary {
    void create() throws Exception {
        // ruleid: insecure-tempfile
        File directory = Files.createTempDir();
        // ruleid: insecure-tempfile
        File.createTempFile("upload", ".tmp");
        // ok: insecure-tempfile
        java.nio.file.Files.createTempFile("upload", ".tmp");
        // ok: insecure-tempfile
        java.nio.file.Files.createTempDirectory("upload");
        // ruleid: insecure-tempfile
        new FileOutputStream("/tmp/upload.tmp");
        // ruleid: insecure-tempfile
        new File("/tmp/shop.lock").createNewFile();
        // ok: insecure-tempfile
        new FileOutputStream("/srv/upload.tmp");
    }

    File directory() throws Exception {
        File file = File.createTempFile("upload", "");
        file.delete();
        // ruleid: insecure-tempfile
        file.mkdir();
        return file;
    }
}
