// ruleid: for-in-over-list
for (const name in ["a", "b"]) {
  show(name);
}
// ok: for-in-over-list
for (const name of ["a", "b"]) {
  show(name);
}
// ok: for-in-over-list
for (const key in table) {
  show(key);
}
