import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

class Listening {
    void start(Settings settings, Socket socket) throws Exception {
        // ruleid: bind-all-interfaces
        HttpServer.create(new InetSocketAddress("0.0.0.0", 8000), 0);
        // ruleid: bind-all-interfaces
        new ServerSocket(8000, 50, InetAddress.getByName("0.0.0.0"));
        // ruleid: bind-all-interfaces
        new HttpServerOptions().setPort(8000).setHost("0.0.0.0");
        // ok: bind-all-interfaces
        HttpServer.create(new InetSocketAddress("127.0.0.1", 8000), 0);
        // ok: bind-all-interfaces
        HttpServer.create(new InetSocketAddress(settings.address(), 8000), 0);
        // ok: bind-all-interfaces
        socket.connect(new InetSocketAddress("0.0.0.0", 8000));
    }
}
