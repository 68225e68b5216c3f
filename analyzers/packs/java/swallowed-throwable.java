import java.io.Closeable;
import java.io.IOException;

class Closing {
    void close(Closeable stream) {
        try {
            stream.close();
        // ruleid: swallowed-throwable
        } catch (Throwable error) {
        }
        try {
            stream.close();
            // ruleid: swallowed-throwable
        } catch (final Error error) {}
    }

    void quiet(Closeable stream) throws Throwable {
        try {
            stream.close();
        // ok: swallowed-throwable
        } catch (IOException error) {
        }
        try {
            stream.close();
        // ok: swallowed-throwable
        } catch (Throwable error) {
            // The stream is gone anyway.
        }
        try {
            stream.close();
        // ok: swallowed-throwable
        } catch (Throwable ignored) {
        }
        try {
            stream.close();
        // ok: swallowed-throwable
        } catch (Throwable error) {
            throw error;
        }
    }
}
