function f(name) {
  // ruleid: case-mismatch-comparison
  if (name.toLowerCase() === "Admin") return 1;
  // ruleid: case-mismatch-comparison
  if (name.trim().toUpperCase().startsWith("x-")) return 2;
  // ok: case-mismatch-comparison
  if (name.toLowerCase() === "admin") return 3;
  // ok: case-mismatch-comparison
  return name === "Admin" || name.toUpperCase() === "A\n";
}
