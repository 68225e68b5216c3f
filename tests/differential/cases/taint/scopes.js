function lambdas() {
  const a = source();
  const f = () => sink(a);
  const g = (b) => sink(b);
  g(a);
  items.forEach((item) => { sink(a); });
}

function fields(o) {
  o.x = source();
  sink(o.x);
  sink(o.y);
  sink(o);
  o.x = "";
  sink(o.x);
}

function unpacking() {
  const [a, b] = [source(), "b"];
  sink(a);
  sink(b);
  const { c, d } = source();
  sink(c);
}

