const jwt = require("jsonwebtoken");
const session = require("express-session");
const crypto = require("crypto");
const mysql = require("mysql");

// ruleid: js-hardcoded-credential
jwt.sign({ id: 1 }, process.env.SECRET_KEY);
// ruleid: js-hardcoded-credential
app.use(session({ secret: process.env.SECRET_KEY, resave: false }));
// ruleid: js-hardcoded-credential
const hmac = crypto.createHmac("sha256", "a-fixed-key");
// ruleid: js-hardcoded-credential
const connection = mysql.createConnection({ host: "db", user: "app", password: "Pr0duct1on" });
// ok: js-hardcoded-credential
jwt.sign({ id: 1 }, process.env.JWT_KEY);
// ok: js-hardcoded-credential
app.use(session({ secret: process.env.SESSION_SECRET, resave: false }));
// ok: js-hardcoded-credential
const keyed = crypto.createHmac("sha256", key);
// ok: js-hardcoded-credential
const configured = mysql.createConnection({ host: "db", user: "app", password: settings.password });

// ruleid: js-hardcoded-credential
const kept = createCookieSessionStorage({ cookie: { name: "__session", secrets: ["r3m1xed"], secure: true } });
// ruleid: js-hardcoded-credential
const remember = createCookie("remember", { secrets: ["r3m1xed"] });
// ruleid: js-hardcoded-credential
const ironOptions = { cookieName: "shop", password: "complex_password_at_least_32_characters_long" };
// ok: js-hardcoded-credential
const ironSafe = { cookieName: "shop", password: process.env.IRON_PASSWORD };

// ruleid: js-hardcoded-credential
const claimed = jwt.verify(token, Buffer.from("c2VjcmV0LWtleS1oZXJl", "base64"));
// ok: js-hardcoded-credential
const proved = jwt.verify(token, Buffer.from(process.env.JWT_KEY, "base64"));

// ruleid: js-hardcoded-credential
app.use(koaJwt({ secret: process.env.SECRET_KEY }));
// ruleid: js-hardcoded-credential
const signer = createSigner({ key: "fixed-secret-in-code" });
// ok: js-hardcoded-credential
app.use(koaJwt({ secret: process.env.JWT_SECRET }));
