function f(user) {
  // ruleid: inverted-null-check
  if (user === null && user.active) return 1;
  // ruleid: inverted-null-check
  if (user != null || user.count > 0) return 2;
  // ok: inverted-null-check
  if (user !== null && user.active) return 3;
  // ok: inverted-null-check
  return user == null || user.active;
}
