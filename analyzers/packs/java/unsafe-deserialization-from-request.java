import com.esotericsoftware.yamlbeans.YamlReader;
import com.fasterxml.jackson.databind.ObjectMapper;
import flexjson.JSONDeserializer;
import java.io.FileReader;
import javax.servlet.http.HttpServletRequest;
import org.exolab.castor.xml.Unmarshaller;
import org.ho.yaml.Yaml;

class Readers {
    void read(HttpServletRequest request, ObjectMapper mapper) throws Exception {
        // ruleid: unsafe-deserialization-from-request
        Object first = new YamlReader(request.getReader()).read();
        // ruleid: unsafe-deserialization-from-request
        YamlReader reader = new YamlReader(request.getParameter("yaml"));
        // ruleid: unsafe-deserialization-from-request
        Object second = Yaml.load(request.getParameter("yaml"));
        // ruleid: unsafe-deserialization-from-request
        Object third = new JSONDeserializer<Object>().deserialize(request.getReader());
        JSONDeserializer<Order> orders = new JSONDeserializer<>();
        // ruleid: unsafe-deserialization-from-request
        Object fourth = orders.deserialize(request.getParameter("json"));
        // ruleid: unsafe-deserialization-from-request
        Object fifth = new Unmarshaller().unmarshal(request.getReader());
        // ruleid: unsafe-deserialization-from-request
        Object sixth = mapper.readValue("{}", Class.forName(request.getParameter("class")));
        // ok: unsafe-deserialization-from-request
        Object seventh = mapper.readValue(request.getReader(), Order.class);
        // ok: unsafe-deserialization-from-request
        Object eighth = new YamlReader(new FileReader("settings.yml")).read();
        // ok: unsafe-deserialization-from-request
        Object ninth = Yaml.load("a: 1");
    }

    Object stream(HttpServletRequest request) throws Exception {
        // ruleid: unsafe-deserialization-from-request
        return new ObjectInputStream(request.getInputStream()).readObject();
    }

    Object bytes(@RequestBody byte[] body) throws Exception {
        // ruleid: unsafe-deserialization-from-request
        return new ObjectInputStream(new ByteArrayInputStream(body)).readObject();
    }

    Object beans(HttpServletRequest request) throws Exception {
        // ruleid: unsafe-deserialization-from-request
        return new XMLDecoder(request.getInputStream()).readObject();
    }

    Object hessian(HttpServletRequest request) throws Exception {
        // ruleid: unsafe-deserialization-from-request
        return new Hessian2Input(request.getInputStream()).readObject();
    }

    Object cookie(@CookieValue("state") String state) {
        // ruleid: unsafe-deserialization-from-request
        return SerializationUtils.deserialize(Base64.getDecoder().decode(state));
    }

    Object filtered(HttpServletRequest request) throws Exception {
        // ok: unsafe-deserialization-from-request
        ObjectInputStream stream = new ObjectInputStream(request.getInputStream());
        stream.setObjectInputFilter(ObjectInputFilter.Config.createFilter("com.example.*;!*"));
        return stream.readObject();
    }

    Object own(File file) throws Exception {
        // ok: unsafe-deserialization-from-request
        return new ObjectInputStream(new FileInputStream(file)).readObject();
    }
}
