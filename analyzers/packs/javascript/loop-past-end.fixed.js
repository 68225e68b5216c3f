// ruleid: loop-past-end
for (let i = 0; i < list.length; i++) {
  show(list[i]);
}
// ok: loop-past-end
for (let i = 0; i < list.length; i++) {
  show(list[i]);
}
// ok: loop-past-end
for (let i = 0; i <= list.length; i++) {
  show(i);
}

function segments(path) {
  let last = -1;
  // ok: loop-past-end
  for (let index = 0; index <= path.length; ++index) {
    const character = index < path.length ? path[index] : "/";
    if (character === "/") last = index;
  }
  // ok: loop-past-end
  for (let index = 0; index <= path.length; index++) {
    if (index === path.length || path[index] === "/") last = index;
  }
  return last;
}
