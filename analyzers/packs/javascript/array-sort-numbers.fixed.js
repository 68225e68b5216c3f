const sizes = [3, 20, 100];
// ruleid: array-sort-numbers
sizes.sort((a, b) => a - b);
// ruleid: array-sort-numbers
const lengths = words.map((word) => word.length).sort((a, b) => a - b);
// ok: array-sort-numbers
const sorted = [3, 20].sort((a, b) => a - b);
// ok: array-sort-numbers
const names = words.sort();
