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
