class Errors {
    void get(javax.servlet.http.HttpServletResponse response, java.io.PrintWriter file, Exception e) throws Exception {
        // ruleid: java-stack-trace-sent
        e.printStackTrace(response.getWriter());
        // ok: java-stack-trace-sent
        e.printStackTrace(file);
    }
}
