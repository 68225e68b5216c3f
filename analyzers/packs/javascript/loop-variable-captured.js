for (var i = 0; i < 3; i++) {
  // ruleid: loop-variable-captured
  setTimeout(() => show(i), 10);
}
for (let j = 0; j < 3; j++) {
  // ok: loop-variable-captured
  setTimeout(() => show(j), 10);
}
for (var k = 0; k < 3; k++) {
  // ok: loop-variable-captured
  setTimeout(() => show(), 10);
}
const made = [];
const table = {};
for (var m = 0; m < 3; m++) {
  // ruleid: loop-variable-captured
  made.push(() => m);
  // ruleid: loop-variable-captured
  table[name(m)] = function () {
    return show(m);
  };
  // ok: loop-variable-captured
  made.push(m);
  // ok: loop-variable-captured
  table[m] = show(m);
}
for (let n = 0; n < 3; n++) {
  // ok: loop-variable-captured
  made.push(() => n);
}
