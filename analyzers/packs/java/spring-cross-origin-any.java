// ruleid: spring-cross-origin-any
@CrossOrigin
@RestController
class Open {
    // ruleid: spring-cross-origin-any
    @CrossOrigin(origins = "*", maxAge = 3600)
    @GetMapping("/a")
    String a() {
        return "";
    }

    // ruleid: spring-cross-origin-any
    @CrossOrigin({"*"})
    @GetMapping("/b")
    String b() {
        return "";
    }

    // ok: spring-cross-origin-any
    @CrossOrigin(origins = "https://example.org")
    @GetMapping("/c")
    String c() {
        return "";
    }

    // ruleid: spring-cross-origin-any
    @CrossOrigin(maxAge = 3600)
    @GetMapping("/d")
    String d() {
        return "";
    }
}

// ruleid: spring-cross-origin-any
@org.springframework.web.bind.annotation.CrossOrigin
class Written {
}
