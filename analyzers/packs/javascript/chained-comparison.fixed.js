function check(age, low, high) {
  // ruleid: chained-comparison
  if (1 < age && age < 18) return 1;
  // ruleid: chained-comparison
  if (high >= age && age > low) return 2;
  // ok: chained-comparison
  if (low < age && age < high) return 3;
  // ok: chained-comparison
  return (low < age) === (age < high);
}
