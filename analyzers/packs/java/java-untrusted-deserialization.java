import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;

class Wire {
    Object read(InputStream input) throws Exception {
        // ruleid: java-untrusted-deserialization
        return new ObjectInputStream(input).readObject();
    }

    Object filtered(InputStream input) throws Exception {
        // ok: java-untrusted-deserialization
        ObjectInputStream stream = new ObjectInputStream(input);
        stream.setObjectInputFilter(ObjectInputFilter.Config.createFilter("shop.wire.*;!*"));
        return stream.readObject();
    }

    Object copy(byte[] bytes, java.io.ObjectOutputStream output, Object value) throws Exception {
        output.writeObject(value);
        // ok: java-untrusted-deserialization
        return new ObjectInputStream(new java.io.ByteArrayInputStream(bytes)).readObject();
    }

    Object decode(InputStream input) {
        // ruleid: java-untrusted-deserialization
        return new java.beans.XMLDecoder(input).readObject();
    }
}
