import com.caucho.hessian.io.Hessian2Input;
import java.beans.XMLDecoder;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.lang3.SerializationUtils;

class Readers {
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

    Object cookies(HttpServletRequest request) throws Exception {
        for (Cookie cookie : request.getCookies()) {
            byte[] state = Base64.getDecoder().decode(cookie.getValue());
            // ruleid: unsafe-deserialization-from-request
            return new ObjectInputStream(new ByteArrayInputStream(state)).readObject();
        }
        return null;
    }

    Object part(HttpServletRequest request) throws Exception {
        // ruleid: unsafe-deserialization-from-request
        return new ObjectInputStream(request.getPart("order").getInputStream()).readObject();
    }

    Object signed(HttpServletRequest request, Mac mac) throws Exception {
        byte[] data = Base64.getDecoder().decode(request.getParameter("state"));
        byte[] signature = Base64.getDecoder().decode(request.getParameter("signature"));
        if (!MessageDigest.isEqual(mac.doFinal(data), signature)) {
            throw new SecurityException("forged");
        }
        // ok: unsafe-deserialization-from-request
        return new ObjectInputStream(new ByteArrayInputStream(data)).readObject();
    }

    Object peer(java.net.Socket socket) throws Exception {
        // ok: unsafe-deserialization-from-request
        return new ObjectInputStream(socket.getInputStream()).readObject();
    }

    Object snake(HttpServletRequest request) throws Exception {
        // ruleid: unsafe-deserialization-from-request
        Object first = new org.yaml.snakeyaml.Yaml().load(request.getReader());
        // ok: unsafe-deserialization-from-request
        return new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions())).load(request.getReader());
    }
}
