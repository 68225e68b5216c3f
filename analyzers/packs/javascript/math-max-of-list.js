// ruleid: math-max-of-list
const largest = Math.max(items.map((item) => item.size));
// ok: math-max-of-list
const right = Math.max(...items.map((item) => item.size));
// ok: math-max-of-list
const two = Math.max(first, second);
