function f(key, run) {
  // ruleid: or-literal-in-condition
  if (key === "Enter" || "Tab") run();
  // ruleid: or-literal-in-condition
  const width = key == "a" || "b" ? 1 : 2;
  // ok: or-literal-in-condition
  if (key === "Enter" || key === "Tab") run();
  // ok: or-literal-in-condition
  const name = key || "Tab";
  // ok: or-literal-in-condition
  if (key === "Enter" || "") run();
  return width + name;
}
