import java.io.FileInputStream;
import java.io.InputStream;

class Settings {
    void load(java.util.Properties properties, String file) throws Exception {
        // ruleid: resource-never-closed
        properties.load(new FileInputStream(file));
        try (InputStream input = new FileInputStream(file)) {
            // ok: resource-never-closed
            properties.load(input);
        }
    }
}
