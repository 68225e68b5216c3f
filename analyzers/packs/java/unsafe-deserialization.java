import com.caucho.hessian.io.HessianInput;
import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

class Wire {
    private ObjectInputStream kept;

    Object read(InputStream input) throws Exception {
        ObjectInputStream stream = new ObjectInputStream(input);
        // ruleid: unsafe-deserialization
        return stream.readObject();
    }

    Object closing(InputStream input) throws Exception {
        try (ObjectInputStream stream = new ObjectInputStream(input)) {
            // ruleid: unsafe-deserialization
            return (String) stream.readUnshared();
        }
    }

    Object atOnce(InputStream input) throws Exception {
        // ruleid: unsafe-deserialization
        return new ObjectInputStream(input).readObject();
    }

    void open(InputStream input) throws Exception {
        kept = new ObjectInputStream(input);
    }

    Object next() throws Exception {
        // ruleid: unsafe-deserialization
        return kept.readObject();
    }

    Object filtered(InputStream input) throws Exception {
        ObjectInputStream stream = new ObjectInputStream(input);
        stream.setObjectInputFilter(ObjectInputFilter.Config.createFilter("shop.wire.*;!*"));
        // ok: unsafe-deserialization
        return stream.readObject();
    }

    Object copy(Object value) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(value);
        // ok: unsafe-deserialization
        return new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    }

    Object hessian(InputStream input) throws Exception {
        HessianInput hessian = new HessianInput(input);
        // ruleid: unsafe-deserialization
        return hessian.readObject();
    }

    Object kryo(InputStream input) {
        Kryo kryo = new Kryo();
        kryo.setRegistrationRequired(false);
        // ruleid: unsafe-deserialization
        return kryo.readClassAndObject(new Input(input));
    }

    Object registered(InputStream input) {
        Kryo kryo = new Kryo();
        kryo.register(Wire.class);
        // ok: unsafe-deserialization
        return kryo.readObject(new Input(input), Wire.class);
    }

    private void readObject(ObjectInputStream stream) throws Exception {
        stream.defaultReadObject();
        // ok: unsafe-deserialization
        kept = (ObjectInputStream) stream.readObject();
    }

    Object checked(InputStream input) throws Exception {
        ObjectInputStream stream = new ObjectInputStream(input) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
                if (!ALLOWED.contains(description.getName())) {
                    throw new InvalidClassException("not allowed");
                }
                return super.resolveClass(description);
            }
        };
        // ok: unsafe-deserialization
        return stream.readObject();
    }
}

class Shipped {
    Object read(AssetManager assets) throws Exception {
        ObjectInputStream stream = new ObjectInputStream(assets.open("table.bin"));
        // ok: unsafe-deserialization
        return stream.readObject();
    }

    Object resource() throws Exception {
        // ok: unsafe-deserialization
        return new ObjectInputStream(new BufferedInputStream(getClass().getResourceAsStream("/table.bin"))).readObject();
    }
}
