package shop.wire;

import com.caucho.hessian.io.HessianInput;
import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.google.gson.Gson;
import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.security.NoTypePermission;
import com.alibaba.fastjson.JSON;
import com.alibaba.fastjson.parser.ParserConfig;
import java.beans.XMLDecoder;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.net.Socket;
import java.util.Base64;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.io.serialization.ValidatingObjectInputStream;
import org.apache.commons.lang3.SerializationUtils;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.Constructor;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class Wire {
    Object read(InputStream input) throws Exception {
        ObjectInputStream stream = new ObjectInputStream(input);
        // ruleid: deserialization
        return stream.readObject();
    }

    Object request(HttpServletRequest request) throws Exception {
        ObjectInputStream stream = new ObjectInputStream(request.getInputStream());
        // ruleid: deserialization
        Object value = stream.readObject();
        stream.close();
        return value;
    }

    Object socket(Socket socket) throws Exception {
        // ruleid: deserialization
        return new ObjectInputStream(socket.getInputStream()).readObject();
    }

    Object cookie(String cookie) throws Exception {
        byte[] bytes = Base64.getDecoder().decode(cookie);
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            // ruleid: deserialization
            return stream.readObject();
        }
    }

    Object utilities(byte[] bytes, InputStream input) {
        // ruleid: deserialization
        SerializationUtils.deserialize(bytes);
        // ruleid: deserialization
        return SerializationUtils.deserialize(input);
    }

    Object filtered(InputStream input) throws Exception {
        // ok: deserialization
        ObjectInputStream stream = new ObjectInputStream(input);
        stream.setObjectInputFilter(ObjectInputFilter.Config.createFilter("shop.wire.*;!*"));
        return stream.readObject();
    }

    Object validating(InputStream input) throws Exception {
        // ok: deserialization
        ValidatingObjectInputStream stream = new ValidatingObjectInputStream(input);
        stream.accept(Wire.class);
        return stream.readObject();
    }

    Object decoder(InputStream input) {
        XMLDecoder decoder = new XMLDecoder(input);
        // ruleid: deserialization
        return decoder.readObject();
    }

    Object xstream(String xml) {
        XStream xstream = new XStream();
        // ruleid: deserialization
        return xstream.fromXML(xml);
    }

    Object xstreamLimited(String xml) {
        XStream xstream = new XStream();
        xstream.addPermission(NoTypePermission.NONE);
        xstream.allowTypes(new Class[] {Wire.class});
        // ok: deserialization
        return xstream.fromXML(xml);
    }

    Object yaml(String text, InputStream input) {
        Yaml yaml = new Yaml();
        // ruleid: deserialization
        yaml.load(text);
        // ruleid: deserialization
        yaml.loadAll(input);
        // ruleid: deserialization
        return new Yaml().load(input);
    }

    Object yamlConstructor(String text) {
        // ruleid: deserialization
        return new Yaml(new Constructor(Wire.class)).load(text);
    }

    Object yamlSafe(String text) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        // ok: deserialization
        yaml.load(text);
        // ok: deserialization
        return new Yaml(new SafeConstructor()).load(text);
    }

    void jackson() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        // ruleid: deserialization
        mapper.enableDefaultTyping();
        // ruleid: deserialization
        mapper.enableDefaultTyping(ObjectMapper.DefaultTyping.NON_FINAL);
        // ruleid: deserialization
        mapper.activateDefaultTyping(com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator.instance, ObjectMapper.DefaultTyping.NON_FINAL);
        // ruleid: deserialization
        mapper.setDefaultTyping(null);
        // ok: deserialization
        mapper.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().allowIfBaseType(Wire.class).build());
        // ok: deserialization
        new ObjectMapper().readValue("{}", Wire.class);
        // ok: deserialization
        JsonMapper.builder().build().readValue("{}", Wire.class);
    }

    static class Envelope {
        // ruleid: deserialization
        @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
        Object content;
        // ruleid: deserialization
        @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS, include = JsonTypeInfo.As.PROPERTY)
        Object other;
        // ok: deserialization
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
        Object named;
    }

    Object kryo(InputStream input, byte[] bytes) {
        Kryo kryo = new Kryo();
        // ruleid: deserialization
        kryo.setRegistrationRequired(false);
        // ok: deserialization
        kryo.setRegistrationRequired(true);
        return kryo.readClassAndObject(new Input(input));
    }

    Object hessian(InputStream input) throws IOException {
        // ruleid: deserialization
        return new HessianInput(input).readObject();
    }

    Object fastjson(String text) {
        // ruleid: deserialization
        ParserConfig.getGlobalInstance().setAutoTypeSupport(true);
        // ok: deserialization
        ParserConfig.getGlobalInstance().setAutoTypeSupport(false);
        return JSON.parseObject(text, Wire.class);
    }

    Object gson(String text) {
        // ok: deserialization
        return new Gson().fromJson(text, Wire.class);
    }

    private void readObject(ObjectInputStream input) throws Exception {
        // ok: deserialization
        input.defaultReadObject();
    }

    Object file() throws Exception {
        ObjectInputStream stream = new ObjectInputStream(new FileInputStream("cache.bin"));
        // ruleid: deserialization
        return stream.readObject();
    }
}
