function clean(name) {
  // ruleid: unused-string-result
  name = name.trim();
  // ruleid: unused-string-result
  name = name.replaceAll("a", "b");
  // ok: unused-string-result
  name = name.trim();
  // ok: unused-string-result
  return name.toLowerCase();
}
