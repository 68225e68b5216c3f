// ruleid: cors-any-origin-spring-annotation
@CrossOrigin
@RestController
class Open {
    // ruleid: cors-any-origin-spring-annotation
    @CrossOrigin(origins = "*", maxAge = 3600)
    @GetMapping("/a")
    String a() {
        return "";
    }

    // ruleid: cors-any-origin-spring-annotation
    @CrossOrigin({"*"})
    @GetMapping("/b")
    String b() {
        return "";
    }

    // ok: cors-any-origin-spring-annotation
    @CrossOrigin(origins = "https://example.org")
    @GetMapping("/c")
    String c() {
        return "";
    }

    // ruleid: cors-any-origin-spring-annotation
    @CrossOrigin(maxAge = 3600)
    @GetMapping("/d")
    String d() {
        return "";
    }
}

// ruleid: cors-any-origin-spring-annotation
@org.springframework.web.bind.annotation.CrossOrigin
class Written {
}
