// ruleid: in-operator-on-list
if (["a", "b"].includes(name)) {
  show(name);
}
// ok: in-operator-on-list
if (["a", "b"].includes(name)) {
  show(name);
}
// ok: in-operator-on-list
if (name in table) {
  show(name);
}
