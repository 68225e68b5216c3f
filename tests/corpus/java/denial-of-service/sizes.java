package shop.web;

import java.util.ArrayList;
import javax.servlet.http.HttpServletRequest;

class Sizes {
    void allocate(HttpServletRequest request) throws Exception {
        int size = Integer.parseInt(request.getParameter("size"));
        // ruleid: denial-of-service
        byte[] buffer = new byte[size];
        // ruleid: denial-of-service
        Thread.sleep(Long.parseLong(request.getParameter("pause")));
        // ok: denial-of-service
        byte[] fixed = new byte[1024];
        // ok: denial-of-service
        byte[] limited = new byte[Math.min(size, 4096)];
    }
}
