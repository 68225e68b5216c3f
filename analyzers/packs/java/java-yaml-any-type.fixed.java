import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class Settings {
    void read(String text) {
        Yaml yaml = new Yaml();
        // ruleid: java-yaml-any-type
        yaml.load(text);
        // ruleid: java-yaml-any-type
        new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text);
        Yaml safe = new Yaml(new SafeConstructor(new LoaderOptions()));
        // ok: java-yaml-any-type
        safe.load(text);
        // ok: java-yaml-any-type
        yaml.dump(text);
    }
}
