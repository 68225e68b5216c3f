const jwt = require("jsonwebtoken");
const { expressjwt } = require("express-jwt");

// ruleid: jwt-none-algorithm
jwt.verify(token, key, { algorithms: ["HS256"] });
// ruleid: jwt-none-algorithm
jwt.verify(token, key, { algorithms: ["HS256"] }, done);
// ruleid: jwt-none-algorithm
jwt.sign({ id: 1 }, null, { algorithm: "HS256" });
// ruleid: jwt-none-algorithm
app.use(expressjwt({ secret: key, algorithms: ["HS256"] }));
// ok: jwt-none-algorithm
jwt.verify(token, key, { algorithms: ["HS256"] });
// ok: jwt-none-algorithm
app.use(expressjwt({ secret: key, algorithms: ["RS256"] }));
