// ruleid: identical-branches
const side = left ? width : width;
// ok: identical-branches
const other = left ? width : height;
