function find(list, name) {
  // ruleid: regex-injection-from-parameter
  const expression = new RegExp(name, "i");
  return list.filter((item) => expression.test(item));
}

function findText(list, name) {
  // ok: regex-injection-from-parameter
  const expression = new RegExp(escapeRegExp(name), "i");
  return list.filter((item) => expression.test(item));
}

function fixed() {
  // ok: regex-injection-from-parameter
  return new RegExp("^a+$");
}

function create(context) {
  const [options] = context.options;
  // ok: regex-injection-from-parameter
  return new RegExp(options.allowPattern, "u");
}

function labelled(label) {
  // ok: regex-injection-from-parameter
  return new RegExp(escapeForRegex(label), "i");
}
