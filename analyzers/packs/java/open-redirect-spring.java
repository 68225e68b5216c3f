class Login {
    @GetMapping("/login")
    String login(@RequestParam String next) {
        String view = "redirect:" + next;
        // ruleid: open-redirect-spring
        return view;
    }

    @GetMapping("/home")
    String home(@RequestParam String id) {
        String view = "redirect:/home/" + id;
        // ok: open-redirect-spring
        return view;
    }
}
