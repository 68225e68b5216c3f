function first() {
  // ruleid: jump-in-finally
  try {
    return work();
  } finally {
    close();
    return null;
  }
}

function second() {
  // ok: jump-in-finally
  try {
    return work();
  } catch (error) {
    return null;
  } finally {
    close();
  }
}
