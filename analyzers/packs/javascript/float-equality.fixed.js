// ruleid: float-equality
if (Math.abs(a + b - 0.3) < Number.EPSILON) {
  stop();
}
// ok: float-equality
if (Math.abs(a + b - 0.3) < 1e-9) {
  stop();
}
// ok: float-equality
if (a + b === 3) {
  stop();
}
