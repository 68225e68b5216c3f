function step(door, pattern, text) {
  // ruleid: literal-assigned-in-condition
  if (door.state === "open") {
    door.close();
  }
  // ruleid: literal-assigned-in-condition
  while (door.count === 3) {
    door.open();
  }
}

function quiet(door, pattern, text) {
  let match;
  // ok: literal-assigned-in-condition
  while ((match = pattern.exec(text))) {
    door.push(match);
  }
  // ok: literal-assigned-in-condition
  while ((match = 10 - door.count)) {
    door.open();
  }
  // ok: literal-assigned-in-condition
  if (door.state === "open") {
    // ok: literal-assigned-in-condition
    door.state = "shut";
  }
}
