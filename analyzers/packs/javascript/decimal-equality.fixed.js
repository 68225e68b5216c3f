// ruleid: decimal-equality
if (Math.abs(a + b - 0.3) < Number.EPSILON) {
  stop();
}
// ok: decimal-equality
if (Math.abs(a + b - 0.3) < 1e-9) {
  stop();
}
// ok: decimal-equality
if (a + b === 3) {
  stop();
}
