import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.servlet.http.HttpServletRequest;

class Download {
    void open(HttpServletRequest request, File folder, Path root) throws IOException {
        // ruleid: servlet-path-traversal
        new File(folder, request.getParameter("name"));
        // ruleid: servlet-path-traversal
        new FileInputStream("files/" + request.getParameter("name"));
        // ruleid: servlet-path-traversal
        root.resolve(request.getPathInfo());
    }

    void quiet(HttpServletRequest request, File folder, String name) throws IOException {
        // ok: servlet-path-traversal
        new File(folder, name);
        // ok: servlet-path-traversal
        new File(folder, sanitize(request.getParameter("name")));
    }

    private String sanitize(String name) {
        return name.replaceAll("[^a-z]", "");
    }
}
