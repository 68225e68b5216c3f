import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Headers {
    void set(HttpServletRequest request, HttpServletResponse response) {
        // ruleid: header-injection
        response.setHeader("X-Language", request.getParameter("language"));
        // ok: header-injection
        response.setHeader("X-Language", request.getParameter("language").replaceAll("[\r\n]", ""));
        // ok: header-injection
        response.setHeader("X-Language", "en");
    }
}

class Resources {
    void serve(HttpServletRequest request, HttpServletResponse response) {
        WebResource resource = resources.getResource(request.getPathInfo());
        // ok: header-injection
        response.setHeader("ETag", resource.getETag());
        // ruleid: header-injection
        response.setHeader("X-Name", request.getParameter("name"));
    }
}

class Answers {
    @GET
    Response file(@QueryParam("name") String name) {
        // ruleid: header-injection
        return Response.ok(bytes).header("Content-Disposition", "attachment; filename=" + name).build();
    }

    @GET
    Response clean(@QueryParam("name") String name) {
        // ok: header-injection
        return Response.ok(bytes).header("Content-Disposition", "attachment; filename=" + URLEncoder.encode(name)).build();
    }

    @GetMapping("/file")
    ResponseEntity<byte[]> spring(@RequestParam String name) {
        // ruleid: header-injection
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("X-Name", name).body(bytes);
    }

    @GetMapping("/length")
    ResponseEntity<byte[]> length(@RequestParam int size) {
        // ok: header-injection
        return ResponseEntity.ok().header("X-Size", String.valueOf(size)).body(bytes);
    }
}

class Languages {
    void remember(HttpServletRequest request, HttpServletResponse response) {
        // ruleid: header-injection
        response.addCookie(new Cookie("lang", request.getParameter("lang")));
        // ok: header-injection
        response.addCookie(new Cookie("lang", "en"));
    }
}

class Stripped {
    void set(HttpServletRequest request, HttpServletResponse response) {
        String name = request.getParameter("name");
        // ok: header-injection
        response.setHeader("X-Name", StringUtils.replaceEach(name, new String[] {"\r", "\n"}, new String[] {"", ""}));
        // ok: header-injection
        response.setHeader("X-Name", CharMatcher.anyOf("\r\n").removeFrom(name));
        // ruleid: header-injection
        response.setHeader("X-Name", StringUtils.trim(name));
    }
}

class FixedAddress {
    void go(HttpServletRequest request, HttpServletResponse response) {
        // ruleid: header-injection
        response.addHeader("Location", "/author.jsp?lang=" + request.getParameter("lang"));
        // ok: header-injection
        response.addHeader("Location", "/author.jsp?lang=" + URLEncoder.encode(request.getParameter("lang"), "UTF-8"));
        // ruleid: header-injection
        response.setHeader("Location", "/author.jsp?lang=" + request.getParameter("lang") + "&page=1");
    }
}

class OtherReplacing {
    void set(HttpServletRequest request, HttpServletResponse response) {
        // ok: header-injection
        response.setHeader("X-Name", request.getParameter("name").replaceAll("\\R", ""));
        // ruleid: header-injection
        response.setHeader("X-Name", request.getParameter("name").replace("\"", ""));
    }

    void ofRecord(HttpServletRequest request, HttpServletResponse response, Store store) {
        String uuid = request.getParameter("uuid");
        // ok: header-injection
        response.setHeader("X-Total", store.find(uuid).getTotal());
    }
}
