const util = require("node:util");

function f(name, count, rest) {
  // ruleid: format-argument-count
  console.log("%s has %d files", name);
  // ruleid: format-argument-count
  const text = util.format("%s %s %j", name, count);
  // ok: format-argument-count
  console.log("%s has %d files", name, count);
  // ok: format-argument-count
  console.log("100%% of %s", name);
  // ok: format-argument-count
  console.log("50% done, 20% failed", name);
  // ok: format-argument-count
  console.log("%s has %d files", ...rest);
  // ok: format-argument-count
  console.log("%c%s", "color: red", name);
  return text;
}
