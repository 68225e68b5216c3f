class Login {
    @GetMapping("/login")
    String login(@RequestParam String next) {
        String view = "redirect:" + next;
        // ruleid: spring-redirect-view
        return view;
    }

    @GetMapping("/home")
    String home(@RequestParam String id) {
        String view = "redirect:/home/" + id;
        // ok: spring-redirect-view
        return view;
    }
}
