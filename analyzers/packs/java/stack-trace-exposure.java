class Errors {
    void get(javax.servlet.http.HttpServletResponse response, java.io.PrintWriter file, Exception e) throws Exception {
        // ruleid: stack-trace-exposure
        e.printStackTrace(response.getWriter());
        // ok: stack-trace-exposure
        e.printStackTrace(file);
    }
}

class ByText {
    void answer(HttpServletResponse response, Exception error) throws Exception {
        java.io.StringWriter text = new java.io.StringWriter();
        error.printStackTrace(new PrintWriter(text));
        // ruleid: stack-trace-exposure
        response.getWriter().println(text.toString());
        // ok: stack-trace-exposure
        response.getWriter().println("failed");
    }
}

class Routes {
    void failed(Exception problem, Context ctx) {
        StringWriter text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text));
        // ruleid: stack-trace-exposure
        ctx.status(500).result(text.toString());
        // ok: stack-trace-exposure
        ctx.status(500).result("failed");
    }
}
