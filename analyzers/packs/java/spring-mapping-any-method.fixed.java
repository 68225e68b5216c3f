@Controller
@RequestMapping("/accounts")
class Accounts {
    // ruleid: spring-mapping-any-method
    @org.springframework.web.bind.annotation.PostMapping("/transfer")
    String transfer(@RequestParam long amount) {
        return "done";
    }

    // ruleid: spring-mapping-any-method
    @org.springframework.web.bind.annotation.PostMapping(value = "/close", produces = "text/html")
    String close(@RequestParam long id) {
        return "done";
    }

    // ok: spring-mapping-any-method
    @RequestMapping(value = "/send", method = RequestMethod.POST)
    String send(@RequestParam long amount) {
        return "done";
    }

    // ok: spring-mapping-any-method
    @PostMapping("/post")
    String post(@RequestParam long amount) {
        return "done";
    }
}
