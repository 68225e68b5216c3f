const sizes = [3, 20, 100];
// ruleid: sort-without-comparator
sizes.sort();
// ruleid: sort-without-comparator
const lengths = words.map((word) => word.length).sort();
// ok: sort-without-comparator
const sorted = [3, 20].sort((a, b) => a - b);
// ok: sort-without-comparator
const names = words.sort();
