function first() {
  // ruleid: finally-returns
  try {
    return work();
  } finally {
    close();
    return null;
  }
}

function second() {
  // ok: finally-returns
  try {
    return work();
  } catch (error) {
    return null;
  } finally {
    close();
  }
}
