const express = require("express");
const session = require("express-session");
const csrf = require("csurf");

// ruleid: csrf-missing-express
const open = express();
open.use(session({ secret: settings.secret }));
open.post("/transfer", transfer);

// ok: csrf-missing-express
const guarded = express();
guarded.use(session({ secret: settings.secret }));
guarded.use(csrf());
guarded.post("/transfer", transfer);

// ok: csrf-missing-express
const lax = express();
lax.use(session({ secret: settings.secret, cookie: { sameSite: "lax" } }));
lax.post("/transfer", transfer);
