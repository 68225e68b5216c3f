// ruleid: for-in-array
for (const name in ["a", "b"]) {
  show(name);
}
// ok: for-in-array
for (const name of ["a", "b"]) {
  show(name);
}
// ok: for-in-array
for (const key in table) {
  show(key);
}
