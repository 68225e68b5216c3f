// ruleid: loop-wrong-direction
for (let i = 10; i >= 0; i--) {
  show(i);
}
// ruleid: loop-wrong-direction
for (let i = 0; i < 10; i++) {
  show(i);
}
// ok: loop-wrong-direction
for (let i = 10; i >= 0; i--) {
  show(i);
}

function limitFirst(length, index, run) {
  // ok: loop-wrong-direction
  for (; length > index; index++) run(index);
}
