package shop.web;

import java.net.URLEncoder;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Headers {
    void split(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String language = request.getParameter("lang");
        // ruleid: header-injection
        response.setHeader("X-Language", language);
        // ruleid: header-injection
        response.addHeader("X-Language", request.getParameter("lang"));
        // ruleid: header-injection
        response.addHeader(request.getParameter("name"), "1");
        // ruleid: header-injection
        response.setHeader("Content-Disposition", "attachment; filename=" + request.getParameter("file"));
        // ok: header-injection
        response.setHeader("X-Language", URLEncoder.encode(language, "UTF-8"));
        // ok: header-injection
        response.setHeader("X-Language", language.replaceAll("[\r\n]", ""));
        // ok: header-injection
        response.setHeader("X-Language", "en");
        // ok: header-injection
        response.setIntHeader("X-Count", Integer.parseInt(request.getParameter("n")));
        Cookie cookie = new Cookie("language", language);
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        // ruleid: header-injection
        response.addCookie(cookie);
    }
}
