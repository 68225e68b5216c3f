// ruleid: loop-bound-past-end
for (let i = 0; i < list.length; i++) {
  show(list[i]);
}
// ok: loop-bound-past-end
for (let i = 0; i < list.length; i++) {
  show(list[i]);
}
// ok: loop-bound-past-end
for (let i = 0; i <= list.length; i++) {
  show(i);
}
