function check(age, low, high) {
  // ruleid: comparison-chained
  if (1 < age < 18) return 1;
  // ruleid: comparison-chained
  if (high >= age > low) return 2;
  // ok: comparison-chained
  if (low < age && age < high) return 3;
  // ok: comparison-chained
  return (low < age) === (age < high);
}
