function find(list, name) {
  // ruleid: js-regex-from-parameter
  const expression = new RegExp(String(name).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i");
  return list.filter((item) => expression.test(item));
}

function findText(list, name) {
  // ok: js-regex-from-parameter
  const expression = new RegExp(escapeRegExp(name), "i");
  return list.filter((item) => expression.test(item));
}

function fixed() {
  // ok: js-regex-from-parameter
  return new RegExp("^a+$");
}

function create(context) {
  const [options] = context.options;
  // ok: js-regex-from-parameter
  return new RegExp(options.allowPattern, "u");
}

function labelled(label) {
  // ok: js-regex-from-parameter
  return new RegExp(escapeForRegex(label), "i");
}
