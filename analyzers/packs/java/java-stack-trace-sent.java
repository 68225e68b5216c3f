class Errors {
    void get(javax.servlet.http.HttpServletResponse response, java.io.PrintWriter file, Exception e) throws Exception {
        // ruleid: java-stack-trace-sent
        e.printStackTrace(response.getWriter());
        // ok: java-stack-trace-sent
        e.printStackTrace(file);
    }
}

class ByText {
    void answer(HttpServletResponse response, Exception error) throws Exception {
        java.io.StringWriter text = new java.io.StringWriter();
        error.printStackTrace(new PrintWriter(text));
        // ruleid: java-stack-trace-sent
        response.getWriter().println(text.toString());
        // ok: java-stack-trace-sent
        response.getWriter().println("failed");
    }
}

class Routes {
    void failed(Exception problem, Context ctx) {
        StringWriter text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text));
        // ruleid: java-stack-trace-sent
        ctx.status(500).result(text.toString());
        // ok: java-stack-trace-sent
        ctx.status(500).result("failed");
    }
}
