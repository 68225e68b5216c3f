const xml2json = require("xml2json");

app.post("/xml", (req, res) => {
  // ruleid: xml-bomb
  xml2json.toJson(req.body.xml);
  // ok: xml-bomb
  xml2json.toJson("<a/>");
  // ok: xml-bomb
  new XMLParser().parse(req.body.xml);
});

app.post("/stream", (req, res) => {
  // ruleid: xml-bomb
  new expat.Parser("UTF-8").parse(req.body.xml);
});
