import java.io.FileInputStream;
import java.io.ObjectInputStream;
import java.net.Socket;
import javax.servlet.http.HttpServletRequest;

class Orders {
    Object read(HttpServletRequest request, Socket socket) throws Exception {
        // ruleid: java-untrusted-deserialization
        new ObjectInputStream(socket.getInputStream()).readObject();
        // ruleid: java-untrusted-deserialization
        return new ObjectInputStream(request.getInputStream()).readObject();
    }

    Object quiet(FileInputStream file) throws Exception {
        // ok: java-untrusted-deserialization
        return new ObjectInputStream(file).readObject();
    }
}
