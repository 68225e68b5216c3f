import com.esotericsoftware.yamlbeans.YamlReader;
import com.fasterxml.jackson.databind.ObjectMapper;
import flexjson.JSONDeserializer;
import java.io.FileReader;
import javax.servlet.http.HttpServletRequest;
import org.exolab.castor.xml.Unmarshaller;
import org.ho.yaml.Yaml;

class Readers {
    void read(HttpServletRequest request, ObjectMapper mapper) throws Exception {
        // ruleid: unsafe-deserialization-reader
        Object first = new YamlReader(request.getReader()).read();
        // ruleid: unsafe-deserialization-reader
        YamlReader reader = new YamlReader(request.getParameter("yaml"));
        // ruleid: unsafe-deserialization-reader
        Object second = Yaml.load(request.getParameter("yaml"));
        // ruleid: unsafe-deserialization-reader
        Object third = new JSONDeserializer<Object>().deserialize(request.getReader());
        JSONDeserializer<Order> orders = new JSONDeserializer<>();
        // ruleid: unsafe-deserialization-reader
        Object fourth = orders.deserialize(request.getParameter("json"));
        // ruleid: unsafe-deserialization-reader
        Object fifth = new Unmarshaller().unmarshal(request.getReader());
        // ruleid: unsafe-deserialization-reader
        Object sixth = mapper.readValue("{}", Class.forName(request.getParameter("class")));
        // ok: unsafe-deserialization-reader
        Object seventh = mapper.readValue(request.getReader(), Order.class);
        // ok: unsafe-deserialization-reader
        Object eighth = new YamlReader(new FileReader("settings.yml")).read();
        // ok: unsafe-deserialization-reader
        Object ninth = Yaml.load("a: 1");
    }

    Object xml(HttpServletRequest request) throws Exception {
        // ruleid: unsafe-deserialization-reader
        return new XStream().fromXML(request.getReader());
    }

    Object peer(Socket socket) throws Exception {
        // ruleid: unsafe-deserialization-reader
        return new ObjectInputStream(socket.getInputStream()).readObject();
    }

    Object sent(HttpServletRequest request) throws Exception {
        // ok: unsafe-deserialization-reader
        return new ObjectInputStream(request.getInputStream()).readObject();
    }
}
