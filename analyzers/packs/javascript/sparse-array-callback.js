// ruleid: sparse-array-callback
const rows = new Array(3).map((_, index) => index);
// ok: sparse-array-callback
const filled = new Array(3).fill(0).map((_, index) => index);
// ok: sparse-array-callback
const made = Array.from({ length: 3 }, (_, index) => index);
