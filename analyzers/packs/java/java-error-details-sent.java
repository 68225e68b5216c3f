import javax.servlet.http.HttpServletResponse;

class Errors {
    void get(HttpServletResponse response) throws Exception {
        try {
            work();
        } catch (Exception e) {
            // ruleid: java-error-details-sent
            response.getWriter().println(e.getMessage());
            // ruleid: java-error-details-sent
            response.sendError(500, "Failed: " + e);
            // ok: java-error-details-sent
            response.sendError(500, "Failed");
            // ok: java-error-details-sent
            log.error("Failed", e);
        }
    }

    ResponseEntity<String> traced(Exception e) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        e.printStackTrace(writer);
        // ruleid: java-error-details-sent
        return ResponseEntity.status(500).body(text.toString());
    }

    ResponseEntity<String> tracedAtOnce(Exception e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        // ruleid: java-error-details-sent
        return ResponseEntity.status(500).body(text.toString());
    }

    ResponseEntity<String> untraced(Exception e) {
        StringWriter text = new StringWriter();
        text.write("internal error");
        // ok: java-error-details-sent
        return ResponseEntity.status(500).body(text.toString());
    }
}

@RestController
class Traces {
    @GetMapping("/a")
    String array() {
        try {
            return work();
        } catch (Exception e) {
            // ruleid: java-error-details-sent
            return "error: " + Arrays.toString(e.getStackTrace());
        }
    }

    @ExceptionHandler(Exception.class)
    String handler(Exception ex) {
        // ruleid: java-error-details-sent
        return ExceptionUtils.getStackTrace(ex);
    }

    @ExceptionHandler(IOException.class)
    ModelAndView view(Exception ex) {
        ModelAndView view = new ModelAndView("error");
        // ruleid: java-error-details-sent
        view.addObject("trace", Throwables.getStackTraceAsString(ex));
        // ok: java-error-details-sent
        view.addObject("number", 500);
        return view;
    }

    @GetMapping("/b")
    String general(Exception e) {
        // ok: java-error-details-sent
        return "error";
    }

    // No address: other methods call it.
    String trace(Exception e) {
        // ok: java-error-details-sent
        return ExceptionUtils.getStackTrace(e);
    }
}
