const jwt = require("jsonwebtoken");
const jose = require("jose");
const simple = require("jwt-simple");

// ruleid: jwt-key-empty
jwt.verify(token, null);
// ruleid: jwt-key-empty
jwt.verify(token, false, { algorithms: ["HS256"] });
// ruleid: jwt-key-empty
jwt.sign({ id: 1 }, "");
// ruleid: jwt-key-empty
const text = new jose.UnsecuredJWT({ id: 1 }).encode();
// ok: jwt-key-empty
jwt.verify(token, key);
// ok: jwt-key-empty
jwt.sign({ id: 1 }, process.env.KEY);
