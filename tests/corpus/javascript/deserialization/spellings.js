const s = require('node-serialize');
const YAML = require('js-yaml');
app.get('/', (req, res) => {
  const str = Buffer.from(req.cookies.profile, 'base64').toString();
  // ruleid: deserialization
  const obj = s.unserialize(str);
  // ruleid: deserialization
  const y = YAML.load(req.body.doc);
  // ok: deserialization
  const j = JSON.parse(str);
  res.json([obj, y, j]);
});
