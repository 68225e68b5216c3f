package example;

import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

class Panel {
    void show(HttpServletRequest request) {
        // ruleid: role-from-request
        if ("admin".equals(request.getParameter("role"))) {
            remove(request);
        }
        // ruleid: role-from-request
        boolean admin = request.getHeader("X-Admin").equals("true");
        for (Cookie cookie : request.getCookies()) {
            // ruleid: role-from-request
            if (cookie.getName().equals("isAdmin") && cookie.getValue().equals("1")) {
                remove(request);
            }
            if ("role".equals(cookie.getName())) {
                // ruleid: role-from-request
                admin = "admin".equals(cookie.getValue());
            }
            // ok: role-from-request
            if (cookie.getName().equals("theme") && cookie.getValue().equals("1")) {
                darken();
            }
        }
        String role = request.getParameter("role");
        // ruleid: role-from-request
        if (role.equalsIgnoreCase("admin")) {
            remove(request);
        }
        // ok: role-from-request
        if (request.isUserInRole("admin")) {
            remove(request);
        }
        // ok: role-from-request
        if ("admin".equals(request.getParameter("page"))) {
            show(request);
        }
        // ok: role-from-request
        if ("".equals(request.getParameter("role"))) {
            show(request);
        }
    }
}
