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

    void numbers(@RequestParam int count, @QueryParam("pause") long pause) throws Exception {
        // ruleid: java-size-request-value
        byte[] buffer = new byte[count];
        // ruleid: java-size-request-value
        Thread.sleep(pause);
        if (count > 100) {
            throw new IllegalArgumentException();
        }
        // ok: java-size-request-value
        List<String> rows = new ArrayList<>(count);
        // ok: java-size-request-value
        ByteBuffer.allocate(Math.min(count, 4096));
    }

    void texts(@RequestParam String text, @RequestParam List<String> names, @RequestParam int room) {
        // ok: java-size-request-value
        StringBuilder builder = new StringBuilder(text);
        // ok: java-size-request-value
        List<String> copy = new ArrayList<>(names);
        // ruleid: java-size-request-value
        StringBuilder wide = new StringBuilder(room);
    }
}

class Copying {
    byte[] some(HttpServletRequest request) throws IOException {
        byte[] buffer = new byte[1024];
        int count = request.getInputStream().read(buffer, 0, 1024);
        // ok: java-size-request-value
        byte[] copy = new byte[count];
        return copy;
    }
}

class Counts {
    void read(HttpServletRequest request, Statement statement) throws Exception {
        DataInputStream input = new DataInputStream(request.getInputStream());
        // ok: java-size-request-value
        byte[] few = new byte[input.readUnsignedShort()];
        Operation operation = operationOf(request.getParameter("operation"));
        // ok: java-size-request-value
        Object[] values = new Object[operation.getParameterCount()];
        // ruleid: java-size-request-value
        byte[] many = new byte[input.readInt()];
    }
}

class Collections {
    void make(@RequestParam String size, @RequestParam List<String> names) {
        // ruleid: java-size-request-value
        Map<String, String> map = new HashMap<>(Integer.parseInt(size));
        int count = Integer.parseInt(size);
        // ruleid: java-size-request-value
        List<String> list = new ArrayList<>(count);
        // ok: java-size-request-value
        List<String> few = new ArrayList<>(Math.min(count, 100));
        // ok: java-size-request-value
        List<String> same = new ArrayList<>(names);
        // ok: java-size-request-value
        StringBuilder text = new StringBuilder(size);
    }
}
