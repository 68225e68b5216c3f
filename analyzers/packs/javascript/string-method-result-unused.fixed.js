function clean(name) {
  // ruleid: string-method-result-unused
  name = name.trim();
  // ruleid: string-method-result-unused
  name = name.replaceAll("a", "b");
  // ok: string-method-result-unused
  name = name.trim();
  // ok: string-method-result-unused
  return name.toLowerCase();
}
