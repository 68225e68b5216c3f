package org.sample;

import com.esotericsoftware.kryo.Kryo;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.beans.XMLDecoder;
import java.io.*;
import java.util.Base64;
import javax.jms.*;
import javax.servlet.http.*;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class Styles {
    Object one(HttpServletRequest req) throws Exception {
        String header = req.getHeader("X-State");
        byte[] data = Base64.getDecoder().decode(header);
        ByteArrayInputStream bytes = new ByteArrayInputStream(data);
        ObjectInput in = new ObjectInputStream(bytes);
        // ruleid: deserialization
        return in.readObject();
    }

    Object two(InputStream stream) throws Exception {
        ObjectInputStream ois = new ObjectInputStream(new BufferedInputStream(stream));
        // ruleid: deserialization
        Order order = (Order) ois.readObject();
        return order;
    }

    void onMessage(Message message) throws JMSException {
        ObjectMessage object = (ObjectMessage) message;
        // ruleid: deserialization
        Serializable value = object.getObject();
        TextMessage text = (TextMessage) message;
        // ok: deserialization
        text.getText();
    }

    Object three(String text) throws Exception {
        // ok: deserialization
        ObjectMapper mapper = new ObjectMapper();
        // ok: deserialization
        return mapper.readValue(text, Order.class);
    }

    Object four(Reader reader) {
        Yaml yaml = new Yaml(new SafeConstructor());
        // ok: deserialization
        return yaml.load(reader);
    }

    Object five(Reader reader) {
        // ruleid: deserialization
        return new Yaml().loadAs(reader, Order.class);
    }

    Object six(byte[] bytes) throws Exception {
        // ok: deserialization
        ObjectInputStream in = new SafeObjectInputStream(new ByteArrayInputStream(bytes));
        return in.readObject();
    }

    static class SafeObjectInputStream extends ObjectInputStream {
        SafeObjectInputStream(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            if (!description.getName().equals(Order.class.getName())) {
                throw new InvalidClassException("Unexpected class", description.getName());
            }
            return super.resolveClass(description);
        }
    }
}
