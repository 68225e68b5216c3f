const libxml = require('libxmljs2');
app.post('/x', (req, res) => {
  // ruleid: xxe
  const doc = libxml.parseXml(req.body, { noent: true, noblanks: true });
  // ok: xxe
  const d2 = libxml.parseXml(req.body, { noent: false });
});
