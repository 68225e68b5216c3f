@Controller
@RequestMapping("/accounts")
class Accounts {
    // ruleid: csrf-any-http-method-spring
    @RequestMapping("/transfer")
    String transfer(@RequestParam long amount) {
        return "done";
    }

    // ruleid: csrf-any-http-method-spring
    @RequestMapping(value = "/close", produces = "text/html")
    String close(@RequestParam long id) {
        return "done";
    }

    // ok: csrf-any-http-method-spring
    @RequestMapping(value = "/send", method = RequestMethod.POST)
    String send(@RequestParam long amount) {
        return "done";
    }

    // ok: csrf-any-http-method-spring
    @PostMapping("/post")
    String post(@RequestParam long amount) {
        return "done";
    }
}
