async function isAllowed(user) {
  return (await load(user)).allowed;
}

function isKnown(user) {
  return user.known;
}

async function show(user) {
  // ruleid: missing-await-in-condition
  if (await isAllowed(user)) {
    render(user);
  }
  // ok: missing-await-in-condition
  if (await isAllowed(user)) {
    render(user);
  }
  // ok: missing-await-in-condition
  if (isKnown(user)) {
    render(user);
  }
}
