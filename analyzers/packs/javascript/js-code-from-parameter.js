function evaluate(expression) {
  // ruleid: js-code-from-parameter
  return eval(expression);
}

function compile(body) {
  // ruleid: js-code-from-parameter
  return new Function("data", "return " + body);
}

function constant() {
  // ok: js-code-from-parameter
  return eval("1 + 1");
}

function calls(data) {
  // ok: js-code-from-parameter
  return new Function("a", "return a")(data);
}

// ruleid: js-code-from-parameter
eval(nobodyKnows);
