const jwt = require("jsonwebtoken");
const session = require("express-session");
const crypto = require("crypto");
const mysql = require("mysql");

// ruleid: hardcoded-credential-argument
jwt.sign({ id: 1 }, "a-fixed-key");
// ruleid: hardcoded-credential-argument
app.use(session({ secret: "keyboard cat", resave: false }));
// ruleid: hardcoded-credential-argument
const hmac = crypto.createHmac("sha256", "a-fixed-key");
// ruleid: hardcoded-credential-argument
const connection = mysql.createConnection({ host: "db", user: "app", password: "Pr0duct1on" });
// ok: hardcoded-credential-argument
jwt.sign({ id: 1 }, process.env.JWT_KEY);
// ok: hardcoded-credential-argument
app.use(session({ secret: process.env.SESSION_SECRET, resave: false }));
// ok: hardcoded-credential-argument
const keyed = crypto.createHmac("sha256", key);
// ok: hardcoded-credential-argument
const configured = mysql.createConnection({ host: "db", user: "app", password: settings.password });

// ruleid: hardcoded-credential-argument
const kept = createCookieSessionStorage({ cookie: { name: "__session", secrets: ["r3m1xed"], secure: true } });
// ruleid: hardcoded-credential-argument
const remember = createCookie("remember", { secrets: ["r3m1xed"] });
// ruleid: hardcoded-credential-argument
const ironOptions = { cookieName: "shop", password: "complex_password_at_least_32_characters_long" };
// ok: hardcoded-credential-argument
const ironSafe = { cookieName: "shop", password: process.env.IRON_PASSWORD };

// ruleid: hardcoded-credential-argument
const claimed = jwt.verify(token, Buffer.from("c2VjcmV0LWtleS1oZXJl", "base64"));
// ok: hardcoded-credential-argument
const proved = jwt.verify(token, Buffer.from(process.env.JWT_KEY, "base64"));

// ruleid: hardcoded-credential-argument
app.use(koaJwt({ secret: "shared-secret-in-code" }));
// ruleid: hardcoded-credential-argument
const signer = createSigner({ key: "fixed-secret-in-code" });
// ok: hardcoded-credential-argument
app.use(koaJwt({ secret: process.env.JWT_SECRET }));
