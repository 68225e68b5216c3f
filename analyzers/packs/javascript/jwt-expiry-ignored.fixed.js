const jwt = require("jsonwebtoken");

// ruleid: jwt-expiry-ignored
jwt.verify(token, key, { algorithms: ["HS256"], ignoreExpiration: false });
// ok: jwt-expiry-ignored
jwt.verify(token, key, { algorithms: ["HS256"], ignoreExpiration: false });
// ok: jwt-expiry-ignored
jwt.verify(token, key, { algorithms: ["HS256"] });
