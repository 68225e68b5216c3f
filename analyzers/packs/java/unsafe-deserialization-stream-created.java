import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.apache.commons.lang3.SerializationUtils;

class Wire {
    ObjectInputStream open(InputStream input) throws Exception {
        // ruleid: unsafe-deserialization-stream-created
        return new ObjectInputStream(input);
    }

    Object decode(byte[] bytes) {
        // ruleid: unsafe-deserialization-stream-created
        return SerializationUtils.deserialize(bytes);
    }

    Object filtered(InputStream input) throws Exception {
        // ok: unsafe-deserialization-stream-created
        ObjectInputStream stream = new ObjectInputStream(input);
        stream.setObjectInputFilter(ObjectInputFilter.Config.createFilter("shop.wire.*;!*"));
        return stream.readObject();
    }

    ObjectInputStream copy(byte[] bytes, java.io.ObjectOutputStream output, Object value) throws Exception {
        output.writeObject(value);
        // ok: unsafe-deserialization-stream-created
        return new ObjectInputStream(new ByteArrayInputStream(bytes));
    }
}
