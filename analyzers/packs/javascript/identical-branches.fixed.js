// ruleid: identical-branches
const side = width;
// ok: identical-branches
const other = left ? width : height;
// ruleid: identical-branches
{
  resize(width);
}
// ruleid: identical-branches
{
  resize(width);
  draw();
}
// ok: identical-branches
if (left) {
  resize(width);
} else {
  resize(height);
}
