// ruleid: array-holes-mapped
const rows = Array.from({ length: 3 }, (_, index) => index);
// ok: array-holes-mapped
const filled = new Array(3).fill(0).map((_, index) => index);
// ok: array-holes-mapped
const made = Array.from({ length: 3 }, (_, index) => index);
