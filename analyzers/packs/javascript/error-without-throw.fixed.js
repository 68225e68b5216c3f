function find(name) {
  if (!name) {
    // ruleid: error-without-throw
    throw new Error("no name");
  }
  // ok: error-without-throw
  const error = new Error("not found");
  // ok: error-without-throw
  throw error;
}
