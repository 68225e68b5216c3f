function deepMerge(target, source) {
  Object.keys(source).forEach((key) => {
    if (source[key] instanceof Object) {
      // ruleid: prototype-pollution
      target[key] = deepMerge(target[key] || {}, source[key]);
    } else {
      target[key] = source[key];
    }
  });
  return target;
}
app.put('/cfg', (req, res) => {
  const { key, value } = req.body;
  // ruleid: prototype-pollution
  config[key] = value;
  const map = new Map();
  // ok: prototype-pollution
  map.set(key, value);
  // ok: prototype-pollution
  config.theme = value;
});
