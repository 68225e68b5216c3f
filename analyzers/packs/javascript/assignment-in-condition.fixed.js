function step(door, pattern, text) {
  // ruleid: assignment-in-condition
  if (door.state === "open") {
    door.close();
  }
  // ruleid: assignment-in-condition
  while (door.count === 3) {
    door.open();
  }
}

function quiet(door, pattern, text) {
  let match;
  // ok: assignment-in-condition
  while ((match = pattern.exec(text))) {
    door.push(match);
  }
  // ok: assignment-in-condition
  while ((match = 10 - door.count)) {
    door.open();
  }
  // ok: assignment-in-condition
  if (door.state === "open") {
    // ok: assignment-in-condition
    door.state = "shut";
  }
}
