import javax.servlet.http.HttpServletRequest;

class Buffers {
    void read(HttpServletRequest request) {
        int size = Integer.parseInt(request.getParameter("size"));
        // ruleid: java-size-request-value
        byte[] buffer = new byte[size];
        // ok: java-size-request-value
        byte[] limited = new byte[Math.min(size, 4096)];
        // ok: java-size-request-value
        byte[] fixed = new byte[4096];
    }
}
