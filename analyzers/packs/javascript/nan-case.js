function find(values, value) {
  switch (value) {
    // ruleid: nan-case
    case NaN:
      return 0;
    // ok: nan-case
    case Number.MAX_VALUE:
      return 1;
  }
  // ruleid: nan-case
  if (values.indexOf(NaN) >= 0) {
    return 2;
  }
  // ok: nan-case
  return values.includes(NaN) || values.indexOf(value);
}
