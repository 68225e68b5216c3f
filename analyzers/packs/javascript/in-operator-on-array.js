// ruleid: in-operator-on-array
if (name in ["a", "b"]) {
  show(name);
}
// ok: in-operator-on-array
if (["a", "b"].includes(name)) {
  show(name);
}
// ok: in-operator-on-array
if (name in table) {
  show(name);
}
