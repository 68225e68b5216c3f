class Pages {
  @RequestMapping(path = "/a", method = RequestMethod.GET)
  String a() { return ""; }

  @GetMapping(produces = "text/plain", path = "/b")
  String b() { return ""; }

  @RequestMapping("/c")
  String c() { return ""; }

  @RequestMapping(value = "/d", produces = "text/plain")
  String d() { check(1 < 2); check(1 > 2); return ""; }
}
