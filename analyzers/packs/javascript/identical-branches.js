// ruleid: identical-branches
const side = left ? width : width;
// ok: identical-branches
const other = left ? width : height;
// ruleid: identical-branches
if (left) {
  resize(width);
} else {
  resize(width);
}
// ruleid: identical-branches
if (left) {
  resize(width);
  draw();
} else {
  resize(width);
  draw();
}
// ok: identical-branches
if (left) {
  resize(width);
} else {
  resize(height);
}
