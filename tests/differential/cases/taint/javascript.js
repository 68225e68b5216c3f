function plain() {
  const a = source();
  sink(a);
  const b = clean(a);
  sink(b);
  sink(other(a));
  sink(a + "x");
  sink([a][0]);
  sink({ k: a });
  sink(a.field);
  sink(a[0]);
  sink(a.length);
  sink(a === 1);
  sink(!a);
  sink(new Box(a));
  sink(`x${a}`);
}

function branches(flag) {
  let x = "ok";
  if (flag) {
    x = source();
  } else {
    x = "fine";
  }
  sink(x);
  x = "ok";
  sink(x);
}

function loops(items) {
  let x = "";
  for (const item of items) {
    sink(x);
    x += source();
  }
  while (x) {
    x = clean(x);
  }
  sink(x);
}

function effects() {
  fill(buffer);
  sink(buffer);
  scrub(buffer);
  sink(buffer);
}

function scrubbed() {
  let y = source();
  scrub(y);
  sink(y);
  const z = source();
  const w = both(z);
  sink(w);
  sink(both(source()));
}

function labels() {
  const one = source();
  const two = other_source();
  sink(one + two);
  double(one, two);
  needs_both(one + two);
  needs_both(one);
  needs_both(two);
  not_other(one);
  not_other(one + two);
}

function propagators(items, query) {
  const text = source();
  items.add(text);
  sink(items);
  query.where(text);
  sink(query);
  copy(text, target);
  sink(target);
}

function exits() {
  const handle = acquire();
  use(handle);
  return handle;
}

function released() {
  const handle = acquire();
  release(handle);
  return 1;
}

function early(flag) {
  const handle = acquire();
  if (flag) {
    return null;
  }
  release(handle);
}

function implicit() {
  const handle = acquire();
  use(handle);
}

function control(flag) {
  log("start");
  dangerous_mode();
  if (flag) {
    act();
  }
  act();
}

function before() {
  act();
  dangerous_mode();
}

function params(p, q = 1) {
  sink(p);
  sink(q);
}

function unify(req, res) {
  const x = take(req);
  put(req, x);
  put(res, x);
}

function conditional(c) {
  const a = source();
  sink(c ? a : "x");
  const b = c ? "y" : "x";
  sink(b);
  sink(a || "x");
  sink(a && "x");
}

function wrapped() {
  const v = wrap(inner);
  sink(inner);
  sink(v);
}
