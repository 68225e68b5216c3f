// ruleid: identical-branches
const side = width;
// ok: identical-branches
const other = left ? width : height;
