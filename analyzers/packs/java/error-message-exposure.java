import javax.servlet.http.HttpServletResponse;

class Errors {
    void get(HttpServletResponse response) throws Exception {
        try {
            work();
        } catch (Exception e) {
            // ruleid: error-message-exposure
            response.getWriter().println(e.getMessage());
            // ruleid: error-message-exposure
            response.sendError(500, "Failed: " + e);
            // ok: error-message-exposure
            response.sendError(500, "Failed");
            // ok: error-message-exposure
            log.error("Failed", e);
        }
    }

    ResponseEntity<String> traced(Exception e) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        e.printStackTrace(writer);
        // ruleid: error-message-exposure
        return ResponseEntity.status(500).body(text.toString());
    }

    ResponseEntity<String> tracedAtOnce(Exception e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        // ruleid: error-message-exposure
        return ResponseEntity.status(500).body(text.toString());
    }

    ResponseEntity<String> untraced(Exception e) {
        StringWriter text = new StringWriter();
        text.write("internal error");
        // ok: error-message-exposure
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
            // ruleid: error-message-exposure
            return "error: " + Arrays.toString(e.getStackTrace());
        }
    }

    @ExceptionHandler(Exception.class)
    String handler(Exception ex) {
        // ruleid: error-message-exposure
        return ExceptionUtils.getStackTrace(ex);
    }

    @ExceptionHandler(IOException.class)
    ModelAndView view(Exception ex) {
        ModelAndView view = new ModelAndView("error");
        // ruleid: error-message-exposure
        view.addObject("trace", Throwables.getStackTraceAsString(ex));
        // ok: error-message-exposure
        view.addObject("number", 500);
        return view;
    }

    @GetMapping("/b")
    String general(Exception e) {
        // ok: error-message-exposure
        return "error";
    }

    // No address: other methods call it.
    String trace(Exception e) {
        // ok: error-message-exposure
        return ExceptionUtils.getStackTrace(e);
    }
}
