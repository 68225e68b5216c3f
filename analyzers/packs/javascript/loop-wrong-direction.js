// ruleid: loop-wrong-direction
for (let i = 10; i >= 0; i++) {
  show(i);
}
// ruleid: loop-wrong-direction
for (let i = 0; i < 10; i--) {
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

// ok: loop-wrong-direction
for (let i = 0; i >= 0; i++) {
  if (i > 3) break;
  show(i);
}

function firstFree(taken) {
  // ok: loop-wrong-direction
  for (let i = 1; i > 0; i++) {
    if (!taken.has(i)) {
      return i;
    }
  }
}

function lastIndexOf(items, wanted) {
  // ruleid: loop-wrong-direction
  for (let i = items.length - 1; i >= 0; i++) {
    if (items[i] === wanted) return i;
  }
}
