export function f(text, JSONish) {
  // ruleid: namespace-called
  const settings = JSON(text);
  // ruleid: namespace-called
  const number = new Math();
  // ok: namespace-called
  return JSON.parse(text) + Math.max(1, number) + JSONish(settings) + new Intl.NumberFormat("de").format(1);
}
// ok: namespace-called
settings.JSON(1);
