// ruleid: math-max-of-array
const largest = Math.max(...items.map((item) => item.size));
// ok: math-max-of-array
const right = Math.max(...items.map((item) => item.size));
// ok: math-max-of-array
const two = Math.max(first, second);
