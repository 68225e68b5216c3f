const xpath = require("xpath");

app.get("/users", (req, res) => {
  // ruleid: js-xpath-injection
  xpath.select("//user[name='" + req.query.name + "']", xml);
  // ok: js-xpath-injection
  xpath.select("//user", xml);
  // ok: js-xpath-injection
  xpath.parse("//user[name=$name]").select({ node: xml, variables: { name: req.query.name } });
});
