async function isAllowed(user) {
  return (await load(user)).allowed;
}

function isKnown(user) {
  return user.known;
}

async function show(user) {
  // ruleid: promise-not-awaited-in-condition
  if (await isAllowed(user)) {
    render(user);
  }
  // ok: promise-not-awaited-in-condition
  if (await isAllowed(user)) {
    render(user);
  }
  // ok: promise-not-awaited-in-condition
  if (isKnown(user)) {
    render(user);
  }
}
