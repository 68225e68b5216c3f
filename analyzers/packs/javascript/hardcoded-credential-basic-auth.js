const basicAuth = require("express-basic-auth");

// ruleid: hardcoded-credential-basic-auth
app.use(basicAuth({ users: { admin: "supersecret" } }));
// ok: hardcoded-credential-basic-auth
app.use(basicAuth({ users: { admin: process.env.ADMIN_PASSWORD } }));
