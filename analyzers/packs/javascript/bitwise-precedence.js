function f(flags, READ, run, a, b) {
  // ruleid: bitwise-precedence
  if (flags & 1 == 0) run();
  // ruleid: bitwise-precedence
  if (flags & READ === 0) run();
  // ruleid: bitwise-precedence
  if (flags | 4 === READ) run();
  // ok: bitwise-precedence
  if ((flags & READ) === 0) run();
  // ok: bitwise-precedence
  if ((a === b) & (flags === READ)) run();
  // ok: bitwise-precedence
  if (a == 1 & b == 2) run();
  // ok: bitwise-precedence
  if (flags & READ) run();
}
