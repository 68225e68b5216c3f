const jwt = require("jsonwebtoken");

function claims(token, key) {
  // ruleid: jwt-none-algorithm
  jwt.sign({ sub: "1" }, "", { algorithm: "none" });
  // ruleid: jwt-none-algorithm
  return jwt.verify(token, key, { algorithms: ["HS256", "none"] });
}

function quiet(token, key, list) {
  // ok: jwt-none-algorithm
  jwt.sign({ sub: "1" }, key, { algorithm: "HS256" });
  // ok: jwt-none-algorithm
  list.sign("a", "b", { algorithm: "none" });
  // ok: jwt-none-algorithm
  return jwt.verify(token, key, { algorithms: ["RS256"] });
}
