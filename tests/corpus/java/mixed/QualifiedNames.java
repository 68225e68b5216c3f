package a;

class QualifiedNames extends javax.servlet.http.HttpServlet {
    protected void doGet(javax.servlet.http.HttpServletRequest request, javax.servlet.http.HttpServletResponse response)
            throws java.io.IOException {
        String wanted = request.getParameter("wanted");
        java.util.List<String> names = new java.util.ArrayList<String>();
        names.add("first");
        names.add(wanted);
        names.add("last");
        names.remove(0);
        // ruleid: xss
        response.getWriter().println("<p>" + names.get(0));
        // ok: xss
        response.getWriter().println("<p>" + names.get(1));
        java.util.Map<String, String> byKey = new java.util.HashMap<String, String>();
        byKey.put("wanted", wanted);
        byKey.put("own", "fixed");
        // ruleid: xss
        response.getWriter().println("<p>" + byKey.get("wanted"));
        // ok: xss
        response.getWriter().println("<p>" + byKey.get("own"));
        java.util.Deque<String> queue = new java.util.ArrayDeque<String>();
        queue.add(wanted);
        // ruleid: xss
        response.getWriter().println("<p>" + queue.poll());
    }
}
