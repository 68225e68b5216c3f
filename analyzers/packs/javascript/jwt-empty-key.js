const jwt = require("jsonwebtoken");
const jose = require("jose");
const simple = require("jwt-simple");

// ruleid: jwt-empty-key
jwt.verify(token, null);
// ruleid: jwt-empty-key
jwt.verify(token, false, { algorithms: ["HS256"] });
// ruleid: jwt-empty-key
jwt.sign({ id: 1 }, "");
// ruleid: jwt-empty-key
const text = new jose.UnsecuredJWT({ id: 1 }).encode();
// ok: jwt-empty-key
jwt.verify(token, key);
// ok: jwt-empty-key
jwt.sign({ id: 1 }, process.env.KEY);
