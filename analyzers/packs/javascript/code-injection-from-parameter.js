function evaluate(expression) {
  // ruleid: code-injection-from-parameter
  return eval(expression);
}

function compile(body) {
  // ruleid: code-injection-from-parameter
  return new Function("data", "return " + body);
}

function constant() {
  // ok: code-injection-from-parameter
  return eval("1 + 1");
}

function calls(data) {
  // ok: code-injection-from-parameter
  return new Function("a", "return a")(data);
}

// ruleid: code-injection-from-parameter
eval(nobodyKnows);
