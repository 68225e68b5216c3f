function load(path) {
  // ruleid: exception-not-raised
  throw new NotFoundError(path);
}
function find(name) {
  if (!name) {
    // ruleid: exception-not-raised
    throw new Error("no name");
  }
  // ok: exception-not-raised
  const error = new Error("not found");
  // ok: exception-not-raised
  throw error;
}
