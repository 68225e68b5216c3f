const express = require("express");
const session = require("express-session");
const csrf = require("csurf");

// ruleid: express-csrf-missing
const open = express();
open.use(session({ secret: settings.secret }));
open.post("/transfer", transfer);

// ok: express-csrf-missing
const guarded = express();
guarded.use(session({ secret: settings.secret }));
guarded.use(csrf());
guarded.post("/transfer", transfer);

// ok: express-csrf-missing
const lax = express();
lax.use(session({ secret: settings.secret, cookie: { sameSite: "lax" } }));
lax.post("/transfer", transfer);
