const jwt = require("jsonwebtoken");

// ruleid: jwt-expiration-ignored
jwt.verify(token, key, { algorithms: ["HS256"], ignoreExpiration: true });
// ok: jwt-expiration-ignored
jwt.verify(token, key, { algorithms: ["HS256"], ignoreExpiration: false });
// ok: jwt-expiration-ignored
jwt.verify(token, key, { algorithms: ["HS256"] });
