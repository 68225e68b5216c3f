function clean(name) {
  // ruleid: unused-string-result
  name.trim();
  // ruleid: unused-string-result
  name.replaceAll("a", "b");
  // ok: unused-string-result
  name = name.trim();
  // ok: unused-string-result
  return name.toLowerCase();
}
function shorten(name, location) {
  // ruleid: unused-string-result
  name.substring(0, 5);
  // ruleid: unused-string-result
  name.replace("a", "b");
  // ok: unused-string-result
  location.replace("/a", "b");
  // ok: unused-string-result
  pane.split(other);
}
