const NAME = "abc";
let once = "abc";
var old = "abc";
let twice = "abc";
twice = "other";
const NUMBER = 7;

class A {
  field = "abc";
  method() {
    foo(this.field);
  }
}

function ofTheModule(given) {
  foo(NAME);
  foo(once);
  foo(old);
  foo(twice);
  foo(NUMBER);
  foo(given);
  foo(unknown);
}

function operations() {
  foo("a" + "bc");
  foo(`ab${NUMBER}`);
  foo(`${NAME}`);
  foo(3 + 4);
}

function blocks(given) {
  if (given) {
    const x = "abc";
    foo(x);
  } else {
    const x = given;
    foo(x);
  }
  let y = "abc";
  if (given) {
    y = given;
  }
  foo(y);
  const z = given ? "abc" : "abd";
  foo(z);
}

function order(given) {
  let x = "abc";
  foo(x);
  x = given;
  foo(x);
}

function shadowed(NAME) {
  foo(NAME);
}
