import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class Settings {
    void read(String text) {
        Yaml yaml = new Yaml();
        // ruleid: unsafe-deserialization-yaml
        yaml.load(text);
        // ruleid: unsafe-deserialization-yaml
        new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text);
        Yaml safe = new Yaml(new SafeConstructor(new LoaderOptions()));
        // ok: unsafe-deserialization-yaml
        safe.load(text);
        // ok: unsafe-deserialization-yaml
        yaml.dump(text);
    }
}
