const xml2json = require("xml2json");

app.post("/xml", (req, res) => {
  // ruleid: js-untrusted-xml
  xml2json.toJson(req.body.xml);
  // ok: js-untrusted-xml
  xml2json.toJson("<a/>");
  // ok: js-untrusted-xml
  new XMLParser().parse(req.body.xml);
});

app.post("/stream", (req, res) => {
  // ruleid: js-untrusted-xml
  new expat.Parser("UTF-8").parse(req.body.xml);
});
