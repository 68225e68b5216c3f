const basicAuth = require("express-basic-auth");

// ruleid: hardcoded-credential-basic-auth
app.use(basicAuth({ users: { admin: process.env.BASIC_AUTH_PASSWORD } }));
// ok: hardcoded-credential-basic-auth
app.use(basicAuth({ users: { admin: process.env.ADMIN_PASSWORD } }));
