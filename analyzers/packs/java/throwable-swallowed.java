import java.io.Closeable;
import java.io.IOException;

class Closing {
    void close(Closeable stream) {
        // ruleid: throwable-swallowed
        try {
            stream.close();
        } catch (Throwable error) {
        }
    }

    void quiet(Closeable stream) throws Throwable {
        // ok: throwable-swallowed
        try {
            stream.close();
        } catch (IOException error) {
        }
        // ok: throwable-swallowed
        try {
            stream.close();
        } catch (Throwable error) {
            throw error;
        }
    }
}
