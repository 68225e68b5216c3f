package bench;

import com.caucho.hessian.io.HessianInput;
import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.alibaba.fastjson.JSON;
import com.alibaba.fastjson.parser.ParserConfig;
import com.google.gson.Gson;
import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.io.xml.DomDriver;
import java.beans.XMLDecoder;
import java.io.*;
import java.net.Socket;
import java.util.*;
import javax.jms.*;
import javax.servlet.http.*;
import org.apache.commons.io.serialization.ValidatingObjectInputStream;
import org.apache.commons.lang3.SerializationUtils;
import org.nustaq.serialization.FSTConfiguration;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.Constructor;
import org.yaml.snakeyaml.constructor.SafeConstructor;

public class Deserialization {
    private ObjectInputStream stored;

    Object socket(Socket s) throws Exception {
        ObjectInputStream in = new ObjectInputStream(s.getInputStream());
        // ruleid: deserialization
        return in.readObject();
    }

    Object unshared(Socket s) throws Exception {
        try (ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(s.getInputStream()))) {
            // ruleid: deserialization
            return in.readUnshared();
        }
    }

    Object request(HttpServletRequest req) throws Exception {
        // ruleid: deserialization
        return new ObjectInputStream(req.getInputStream()).readObject();
    }

    Object base64(HttpServletRequest req) throws Exception {
        byte[] raw = Base64.getDecoder().decode(req.getParameter("o"));
        ByteArrayInputStream bytes = new ByteArrayInputStream(raw);
        ObjectInputStream in = new ObjectInputStream(bytes);
        // ruleid: deserialization
        Object o = in.readObject();
        in.close();
        return o;
    }

    void open(HttpServletRequest req) throws IOException {
        stored = new ObjectInputStream(req.getInputStream());
    }

    Object fromField() throws Exception {
        // ruleid: deserialization
        return stored.readObject();
    }

    Object cookie(HttpServletRequest req) throws Exception {
        for (Cookie c : req.getCookies()) {
            byte[] b = Base64.getDecoder().decode(c.getValue());
            // ruleid: deserialization
            return SerializationUtils.deserialize(b);
        }
        return null;
    }

    Object filtered(Socket s) throws Exception {
        ObjectInputStream in = new ObjectInputStream(s.getInputStream());
        in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("com.example.*;!*"));
        // ok: deserialization
        return in.readObject();
    }

    Object validating(Socket s) throws Exception {
        ValidatingObjectInputStream in = new ValidatingObjectInputStream(s.getInputStream());
        in.accept(String.class);
        // ok: deserialization
        return in.readObject();
    }

    static class Allow extends ObjectInputStream {
        Allow(InputStream in) throws IOException { super(in); }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass d) throws IOException, ClassNotFoundException {
            if (!d.getName().startsWith("com.example.")) {
                throw new InvalidClassException("no");
            }
            return super.resolveClass(d);
        }
    }

    Object custom(Socket s) throws Exception {
        // ok: deserialization
        return new Allow(s.getInputStream()).readObject();
    }

    Object xmlDecoder(HttpServletRequest req) throws Exception {
        XMLDecoder d = new XMLDecoder(req.getInputStream());
        // ruleid: deserialization
        return d.readObject();
    }

    Object xstream(HttpServletRequest req) throws Exception {
        XStream x = new XStream(new DomDriver());
        // ruleid: deserialization
        return x.fromXML(req.getInputStream());
    }

    Object xstreamSafe(HttpServletRequest req) throws Exception {
        XStream x = new XStream();
        x.addPermission(com.thoughtworks.xstream.security.NoTypePermission.NONE);
        x.allowTypes(new Class[] {String.class});
        // ok: deserialization
        return x.fromXML(req.getInputStream());
    }

    Object kryo(Socket s) throws Exception {
        Kryo k = new Kryo();
        k.setRegistrationRequired(false);
        // ruleid: deserialization
        return k.readClassAndObject(new Input(s.getInputStream()));
    }

    Object kryoSafe(Socket s) throws Exception {
        Kryo k = new Kryo();
        k.setRegistrationRequired(true);
        // ok: deserialization
        return k.readObject(new Input(s.getInputStream()), String.class);
    }

    Object yaml(HttpServletRequest req) throws Exception {
        Yaml y = new Yaml();
        // ruleid: deserialization
        return y.load(req.getInputStream());
    }

    Object yamlParam(HttpServletRequest req) {
        // ruleid: deserialization
        return new Yaml(new Constructor(Object.class)).load(req.getParameter("y"));
    }

    Object yamlSafe(HttpServletRequest req) throws Exception {
        Yaml y = new Yaml(new SafeConstructor(new LoaderOptions()));
        // ok: deserialization
        return y.load(req.getInputStream());
    }

    Object yamlOther(HttpServletRequest req) throws Exception {
        // ok: deserialization
        return new Yaml(new SafeConstructor()).loadAs(req.getReader(), Map.class);
    }

    Object jackson(HttpServletRequest req) throws Exception {
        ObjectMapper m = new ObjectMapper();
        // ruleid: deserialization
        m.enableDefaultTyping();
        return m.readValue(req.getInputStream(), Object.class);
    }

    Object jacksonNew(HttpServletRequest req) throws Exception {
        ObjectMapper m = new ObjectMapper();
        // ruleid: deserialization
        m.activateDefaultTyping(m.getPolymorphicTypeValidator(), ObjectMapper.DefaultTyping.EVERYTHING);
        return m.readValue(req.getReader(), Object.class);
    }

    Object jacksonSafe(HttpServletRequest req) throws Exception {
        ObjectMapper m = new ObjectMapper();
        // ok: deserialization
        return m.readValue(req.getInputStream(), Map.class);
    }

    Object jacksonValidated() {
        // ok: deserialization
        return JsonMapper.builder().polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder().allowIfSubType("com.example.").build()).build();
    }

    static class Holder {
        // ruleid: deserialization
        @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
        Object value;

        // ok: deserialization
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
        Object other;
    }

    Object fastjson(HttpServletRequest req) {
        // ruleid: deserialization
        ParserConfig.getGlobalInstance().setAutoTypeSupport(true);
        return JSON.parseObject(req.getParameter("j"));
    }

    Object gson(HttpServletRequest req) throws Exception {
        // ok: deserialization
        return new Gson().fromJson(req.getReader(), Map.class);
    }

    Object hessian(HttpServletRequest req) throws Exception {
        HessianInput h = new HessianInput(req.getInputStream());
        // ruleid: deserialization
        return h.readObject();
    }

    Object fst(HttpServletRequest req) throws Exception {
        byte[] b = req.getInputStream().readAllBytes();
        // ruleid: deserialization
        return FSTConfiguration.createDefaultConfiguration().asObject(b);
    }

    void jms(Message msg) throws Exception {
        if (msg instanceof ObjectMessage) {
            // ruleid: deserialization
            Object o = ((ObjectMessage) msg).getObject();
        }
        if (msg instanceof TextMessage) {
            // ok: deserialization
            String t = ((TextMessage) msg).getText();
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        // ok: deserialization
        in.defaultReadObject();
        // ok: deserialization
        Object a = in.readObject();
    }

    Object copy(Serializable s) throws Exception {
        ByteArrayOutputStream bo = new ByteArrayOutputStream();
        new ObjectOutputStream(bo).writeObject(s);
        // ok: deserialization
        return new ObjectInputStream(new ByteArrayInputStream(bo.toByteArray())).readObject();
    }
}
