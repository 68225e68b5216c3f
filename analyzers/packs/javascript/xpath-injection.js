const xpath = require("xpath");

app.get("/users", (req, res) => {
  // ruleid: xpath-injection
  xpath.select("//user[name='" + req.query.name + "']", xml);
  // ok: xpath-injection
  xpath.select("//user", xml);
  // ok: xpath-injection
  xpath.parse("//user[name=$name]").select({ node: xml, variables: { name: req.query.name } });
});
