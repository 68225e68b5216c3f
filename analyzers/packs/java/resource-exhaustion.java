import javax.servlet.http.HttpServletRequest;

class Buffers {
    void read(HttpServletRequest request) {
        int size = Integer.parseInt(request.getParameter("size"));
        // ruleid: resource-exhaustion
        byte[] buffer = new byte[size];
        // ok: resource-exhaustion
        byte[] limited = new byte[Math.min(size, 4096)];
        // ok: resource-exhaustion
        byte[] fixed = new byte[4096];
    }

    void numbers(@RequestParam int count, @QueryParam("pause") long pause) throws Exception {
        // ruleid: resource-exhaustion
        byte[] buffer = new byte[count];
        // ruleid: resource-exhaustion
        Thread.sleep(pause);
        if (count > 100) {
            throw new IllegalArgumentException();
        }
        // ok: resource-exhaustion
        List<String> rows = new ArrayList<>(count);
        // ok: resource-exhaustion
        ByteBuffer.allocate(Math.min(count, 4096));
    }

    void texts(@RequestParam String text, @RequestParam List<String> names, @RequestParam int room) {
        // ok: resource-exhaustion
        StringBuilder builder = new StringBuilder(text);
        // ok: resource-exhaustion
        List<String> copy = new ArrayList<>(names);
        // ruleid: resource-exhaustion
        StringBuilder wide = new StringBuilder(room);
    }
}

class Copying {
    byte[] some(HttpServletRequest request) throws IOException {
        byte[] buffer = new byte[1024];
        int count = request.getInputStream().read(buffer, 0, 1024);
        // ok: resource-exhaustion
        byte[] copy = new byte[count];
        return copy;
    }
}

class Counts {
    void read(HttpServletRequest request, Statement statement) throws Exception {
        DataInputStream input = new DataInputStream(request.getInputStream());
        // ok: resource-exhaustion
        byte[] few = new byte[input.readUnsignedShort()];
        Operation operation = operationOf(request.getParameter("operation"));
        // ok: resource-exhaustion
        Object[] values = new Object[operation.getParameterCount()];
        // ruleid: resource-exhaustion
        byte[] many = new byte[input.readInt()];
    }
}

class Collections {
    void make(@RequestParam String size, @RequestParam List<String> names) {
        // ruleid: resource-exhaustion
        Map<String, String> map = new HashMap<>(Integer.parseInt(size));
        int count = Integer.parseInt(size);
        // ruleid: resource-exhaustion
        List<String> list = new ArrayList<>(count);
        // ok: resource-exhaustion
        List<String> few = new ArrayList<>(Math.min(count, 100));
        // ok: resource-exhaustion
        List<String> same = new ArrayList<>(names);
        // ok: resource-exhaustion
        StringBuilder text = new StringBuilder(size);
    }
}
