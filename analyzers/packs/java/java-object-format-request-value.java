import com.esotericsoftware.yamlbeans.YamlReader;
import com.fasterxml.jackson.databind.ObjectMapper;
import flexjson.JSONDeserializer;
import java.io.FileReader;
import javax.servlet.http.HttpServletRequest;
import org.exolab.castor.xml.Unmarshaller;
import org.ho.yaml.Yaml;

class Readers {
    void read(HttpServletRequest request, ObjectMapper mapper) throws Exception {
        // ruleid: java-object-format-request-value
        Object first = new YamlReader(request.getReader()).read();
        // ruleid: java-object-format-request-value
        YamlReader reader = new YamlReader(request.getParameter("yaml"));
        // ruleid: java-object-format-request-value
        Object second = Yaml.load(request.getParameter("yaml"));
        // ruleid: java-object-format-request-value
        Object third = new JSONDeserializer<Object>().deserialize(request.getReader());
        JSONDeserializer<Order> orders = new JSONDeserializer<>();
        // ruleid: java-object-format-request-value
        Object fourth = orders.deserialize(request.getParameter("json"));
        // ruleid: java-object-format-request-value
        Object fifth = new Unmarshaller().unmarshal(request.getReader());
        // ruleid: java-object-format-request-value
        Object sixth = mapper.readValue("{}", Class.forName(request.getParameter("class")));
        // ok: java-object-format-request-value
        Object seventh = mapper.readValue(request.getReader(), Order.class);
        // ok: java-object-format-request-value
        Object eighth = new YamlReader(new FileReader("settings.yml")).read();
        // ok: java-object-format-request-value
        Object ninth = Yaml.load("a: 1");
    }
}
