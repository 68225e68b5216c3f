import java.io.FileInputStream;
import java.io.InputStream;

class Settings {
    void load(java.util.Properties properties, String file) throws Exception {
        // ruleid: resource-leak-unnamed
        properties.load(new FileInputStream(file));
        try (InputStream input = new FileInputStream(file)) {
            // ok: resource-leak-unnamed
            properties.load(input);
        }
    }
}
